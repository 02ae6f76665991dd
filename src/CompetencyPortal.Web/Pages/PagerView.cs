namespace CompetencyPortal.Web.Pages;

/// <summary>Where a long list is, and what its addresses carry beside the page.</summary>
/// <param name="Count">How many pages there are.</param>
internal sealed record PagerView(string Page, int Number, int Count, IReadOnlyDictionary<string, string?> Query)
{
    /// <summary>The query of another page of the list.</summary>
    public Dictionary<string, string> At(int number) => Query.Where(part => !string.IsNullOrEmpty(part.Value))
        .Append(new("p", number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .ToDictionary(part => part.Key, part => part.Value!, StringComparer.Ordinal);
}
