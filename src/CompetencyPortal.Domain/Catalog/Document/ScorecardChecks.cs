namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Follows the references of scorecards.</summary>
internal sealed class ScorecardChecks(CatalogNames names, HoldsChecks holds)
{
    private readonly MetricChecks _metrics = new(names);

    /// <summary>Checks the scorecards of a version, and gives their keys.</summary>
    public DeclaredNames Check(string at, ValueList<ScorecardDefinition> scorecards)
    {
        foreach (var (index, scorecard) in scorecards.Index())
        {
            Parts($"{at}/{index}/parts", scorecard.Parts);
        }

        return names.Declare("scorecard", at, scorecards, scorecard => scorecard.Key);
    }

    private void Parts(string at, ValueList<ScorecardPart> parts)
    {
        names.Declare("part", at, parts, part => part.Key);

        foreach (var (index, part) in parts.Index())
        {
            Check($"{at}/{index}", part);
        }
    }

    private void Check(string at, ScorecardPart part)
    {
        switch (part)
        {
            case MetricPart metric:
                _metrics.Check($"{at}/metric", metric.Metric);
                _metrics.Threshold($"{at}/target", metric.Target);
                break;
            case HeadcountPart headcount:
                holds.Check($"{at}/headcount/holds", headcount.Holds);
                _metrics.Threshold($"{at}/target", headcount.Target);
                break;
        }
    }
}
