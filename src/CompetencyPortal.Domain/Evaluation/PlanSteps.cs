namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Says a plan person by person.</summary>
internal sealed class PlanSteps
{
    private readonly List<RawStep> _steps = [];
    private readonly StaffingNode[] _staffings;
    private readonly PersonTypes _types;
    private readonly PeopleIndex? _people;
    private readonly Offer _offer;

    private PlanSteps(StaffingNode[] staffings, PersonTypes types, PeopleIndex? people, Offer offer)
    {
        _staffings = staffings;
        _types = types;
        _people = people;
        _offer = offer;
    }

    /// <summary>Existing people by id ordinally, then new ones; for each in the order of staffings, seats and credentials.</summary>
    /// <param name="staffings">Those of the plan in the document's order.</param>
    public static ValueList<PlanStep> Of(
        StaffingNode[] staffings, IReadOnlyList<StaffingPlan> parts, PersonTypes types, PeopleIndex? people, Offer offer)
    {
        var plan = new PlanSteps(staffings, types, people, offer);

        foreach (var part in parts)
        {
            plan.AddPart(part);
        }

        plan._steps.Sort(plan.Compare);

        return plan._steps.Select(plan.Step).ToValueList();
    }

    private void AddPart(StaffingPlan part)
    {
        var seated = new int[_types.Count];

        foreach (var placement in part.Placements)
        {
            var credentials = Credentials(part, placement);

            // Whoever sits there anyway takes no step; of one type it makes no difference who that is.
            if (credentials.Length > 0)
            {
                var already = seated[placement.Type];
                seated[placement.Type] += placement.Count;
                AddPeople(part, placement, credentials, already);
            }
        }
    }

    private void AddPeople(StaffingPlan part, Placement placement, int[] credentials, int already)
    {
        var members = placement.Type == _types.NewPerson ? [] : _types.Members(placement.Type);

        for (var next = already; next < already + placement.Count; next++)
        {
            Add(part, placement, credentials, placement.Type == _types.NewPerson ? (null, next + 1) : (members[next], null));
        }
    }

    private int[] Credentials(StaffingPlan part, Placement placement)
    {
        var gates = new ulong[_offer.Circuit.Words];

        for (var staffing = 0; staffing < placement.Seats.Length; staffing++)
        {
            if (placement.Seats[staffing] is { } seat)
            {
                gates.AsSpan().Unite(part.Staffings[staffing].GateSets[seat]);
            }
        }

        return _offer.Cheapest(_types.Open(placement.Type), gates)?.Credentials ?? [];
    }

    private void Add(StaffingPlan part, Placement placement, int[] credentials, (int? Person, int? NewPerson) who)
    {
        foreach (var credential in credentials)
        {
            var staffing = FirstServed(part, placement, credentials, credential);
            _steps.Add(new RawStep(who.Person, who.NewPerson, credential, Array.IndexOf(_staffings, part.Staffings[staffing]), placement.Seats[staffing].GetValueOrDefault()));
        }
    }

    private int FirstServed(StaffingPlan part, Placement placement, int[] credentials, int credential)
    {
        var staffing = 0;

        while (placement.Seats[staffing] is not { } seat
            || (placement.Seats.Length > 1 && IsOpenWithout(credential, credentials, placement.Type, part.Staffings[staffing].Gates[seat])))
        {
            staffing++;
        }

        return staffing;
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

    private int Compare(RawStep one, RawStep other)
    {
        var order = (one.Person is null).CompareTo(other.Person is null);
        order = order != 0 ? order : string.CompareOrdinal(Id(one), Id(other));

        return order != 0
            ? order
            : (one.NewPerson, one.Staffing, one.Seat, one.Credential).CompareTo((other.NewPerson, other.Staffing, other.Seat, other.Credential));
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
