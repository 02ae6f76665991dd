namespace CompetencyPortal.Domain.Catalog.Document;

/// <summary>Follows the references of a version's requirements.</summary>
internal sealed class RequirementChecks(CatalogNames names, DeclaredNames groups)
{
    private readonly HoldsChecks _holds = new(names, groups);

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
                Metric($"{at}/metric", metric);
                break;
            case FlagRequirement flag:
                names.Refer(names.Flags, $"{at}/flag/key", flag.Flag);
                break;
            case StaffingRequirement staffing:
                Seats($"{at}/staffing/seats", staffing.Seats);
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

    private void Metric(string at, MetricRequirement metric)
    {
        names.Refer(names.Measures, $"{at}/measure", metric.Measure);
        names.ReferAll(names.Products, $"{at}/products", metric.Products);
        names.ReferAll(names.Associations, $"{at}/associations", metric.Associations);
        names.ReferAll(names.Tags, $"{at}/excludeTags", metric.ExcludeTags);

        if (metric.AtLeast is MarketThreshold threshold)
        {
            foreach (var market in threshold.Amounts.Keys)
            {
                names.Refer(names.Markets, $"{at}/atLeast/{market}", market);
            }
        }
    }

    private void Seats(string at, ValueList<SeatDefinition> seats)
    {
        names.Declare("seat", at, seats, seat => seat.Key);

        foreach (var (index, seat) in seats.Index())
        {
            _holds.Check($"{at}/{index}/holds", seat.Holds);
        }
    }
}
