namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Follows the references of a version's requirements.</summary>
internal sealed class RequirementChecks(CatalogNames names, HoldsChecks holds, DeclaredNames scorecards)
{
    private readonly MetricChecks _metrics = new(names);

    public void Check(string at, Requirement requirement)
    {
        switch (requirement)
        {
            case AllRequirement all:
                Children($"{at}/all", all.Children);
                break;
            case AnyRequirement any:
                Children($"{at}/any", any.Children);
                break;
            case MetricRequirement metric:
                _metrics.Check($"{at}/metric", metric.Metric);
                _metrics.Threshold($"{at}/metric/atLeast", metric.AtLeast);
                break;
            case FlagRequirement flag:
                names.Refer(names.Flags, $"{at}/flag/key", flag.Flag);
                break;
            case StaffingRequirement staffing:
                Seats($"{at}/staffing/seats", staffing.Seats);
                break;
            case ScoreRequirement score:
                names.Refer(scorecards, $"{at}/score/scorecard", score.Scorecard);
                break;
        }
    }

    private void Children(string at, ValueList<Requirement> children)
    {
        foreach (var (index, child) in children.Index())
        {
            Check($"{at}/{index}", child);
        }
    }

    private void Seats(string at, ValueList<SeatDefinition> seats)
    {
        names.Declare("seat", at, seats, seat => seat.Key);

        foreach (var (index, seat) in seats.Index())
        {
            holds.Check($"{at}/{index}/holds", seat.Holds);
        }
    }
}
