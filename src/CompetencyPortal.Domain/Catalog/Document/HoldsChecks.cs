namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Follows the references of expressions.</summary>
/// <param name="groups">The groups they may name; null in a derivation, which names none.</param>
internal sealed class HoldsChecks(CatalogNames names, DeclaredNames? groups)
{
    public void Check(string at, Holds holds)
    {
        switch (holds)
        {
            case HoldsCredential credential:
                names.Refer(names.Credentials, at, credential.Code);
                break;
            case HoldsGroup when groups is null:
                names.Add($"{at}/group", "A derivation names no group.");
                break;
            case HoldsGroup group:
                names.Refer(groups, $"{at}/group", group.Key);
                break;
            case HoldsAny any:
                Parts($"{at}/anyOf", any.Parts);
                break;
            case HoldsAll all:
                Parts($"{at}/allOf", all.Parts);
                break;
        }
    }

    private void Parts(string at, ValueList<Holds> parts)
    {
        foreach (var (index, part) in parts.Index())
        {
            Check($"{at}/{index}", part);
        }
    }
}
