namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Says a plan person by person.</summary>
internal sealed class PlanSteps
{
    private readonly IReadOnlyList<StaffingNode> _staffings;
    private readonly PersonTypes _types;
    private readonly PeopleIndex? _people;
    private readonly Offer _offer;

    private PlanSteps(IReadOnlyList<StaffingNode> staffings, PersonTypes types, PeopleIndex? people, Offer offer)
    {
        _staffings = staffings;
        _types = types;
        _people = people;
        _offer = offer;
    }

    /// <summary>Existing people by id ordinally, then new ones; for each in the order of staffings, seats and credentials.</summary>
    /// <param name="staffings">Those of the plan in the document's order.</param>
    public static ValueList<PlanStep> Of(
        IReadOnlyList<StaffingNode> staffings, IReadOnlyList<StaffingPlan> parts, PersonTypes types, PeopleIndex? people, Offer offer)
    {
        var steps = new PlanSteps(staffings, types, people, offer);

        return parts.SelectMany(steps.Of)
            .OrderBy(step => step.Person is null)
            .ThenBy(step => steps.Id(step), StringComparer.Ordinal)
            .ThenBy(step => step.NewPerson)
            .ThenBy(step => step.Staffing)
            .ThenBy(step => step.Seat)
            .ThenBy(step => step.Credential)
            .Select(steps.Step)
            .ToValueList();
    }

    private IEnumerable<RawStep> Of(StaffingPlan part)
    {
        var next = 1;

        foreach (var type in part.Placements.GroupBy(placement => placement.Type))
        {
            var seats = type.SelectMany(placement => Enumerable.Repeat(placement.Seats, placement.Count)).ToArray();

            if (type.Key == _types.NewPerson)
            {
                foreach (var step in seats.SelectMany(taken => Of(part, type.Key, taken, null, next++)))
                {
                    yield return step;
                }
            }
            else
            {
                foreach (var step in seats.Zip(_types.Members(type.Key)).SelectMany(pair => Of(part, type.Key, pair.First, pair.Second, null)))
                {
                    yield return step;
                }
            }
        }
    }

    private IEnumerable<RawStep> Of(StaffingPlan part, int type, int?[] seats, int? person, int? newPerson)
    {
        var taken = part.Staffings.Zip(seats, (staffing, seat) => (Staffing: staffing, Seat: seat))
            .Where(place => place.Seat is not null)
            .Select(place => (place.Staffing, Seat: place.Seat.GetValueOrDefault()))
            .ToArray();
        var gates = GateSet.Of(_offer.Circuit.Words, taken.Select(place => place.Staffing.Gates[place.Seat]));
        var credentials = _offer.Cheapest(_types.Open(type), gates)?.Credentials ?? [];

        foreach (var credential in credentials)
        {
            var (staffing, seat) = taken.First(place => !IsOpenWithout(credential, credentials, type, place.Staffing.Gates[place.Seat]));

            yield return new RawStep(person, newPerson, credential, Array.IndexOf([.. _staffings], staffing), seat);
        }
    }

    // Of a cheapest set nothing is superfluous: without it some seat stays closed.
    private bool IsOpenWithout(int credential, int[] credentials, int type, int gate)
    {
        var open = _types.Open(type).ToArray();

        foreach (var other in credentials.Where(other => other != credential))
        {
            open.AsSpan().Add(other);
        }

        _offer.Circuit.Open(open, _offer.Day);

        return ((ReadOnlySpan<ulong>)open).Has(gate);
    }

    private string? Id(RawStep step) => step.Person is { } person ? _people?[person].Id : null;

    private PlanStep Step(RawStep step) => new(
        Id(step),
        step.NewPerson,
        _offer.Circuit.Credentials[step.Credential].Code,
        _staffings[step.Staffing].At,
        _staffings[step.Staffing].Seats[step.Seat].Key);

    /// <summary>A step by places: of the person among the people, of the credential in the version, of the staffing in the plan.</summary>
    private sealed record RawStep(int? Person, int? NewPerson, int Credential, int Staffing, int Seat);
}
