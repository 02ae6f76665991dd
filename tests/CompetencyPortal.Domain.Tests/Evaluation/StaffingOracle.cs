using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Checks a staffing result against the rules by trying everything, with nothing of the evaluator's own.</summary>
internal sealed class StaffingOracle(ProgramCatalog catalog, VersionDefinition version, StaffingRequirement staffing, Facts facts)
{
    private readonly Dictionary<string, PersonFacts> _people = (facts.People ?? []).ToDictionary(person => person.Id, StringComparer.Ordinal);

    public void Check(StaffingResult result)
    {
        if (facts.People is null)
        {
            result.Status.ShouldBe(Status.Undetermined);

            return;
        }

        var places = staffing.Seats.Sum(seat => seat.Count);
        var most = MostPlaces();
        var seated = result.Seats.SelectMany(seat => seat.Filled).Select(filling => filling.Person).ToArray();

        result.Status.ShouldBe(most == places ? Status.Met : Status.NotMet);
        seated.Length.ShouldBe(most);
        seated.Concat(result.People.Select(person => person.Person)).Order(StringComparer.Ordinal)
            .ShouldBe(_people.Keys.Order(StringComparer.Ordinal), "everybody stands there exactly once");
        CheckFillings(result);
        CheckReasons(result);
        CheckCertificate(result);
    }

    private void CheckFillings(StaffingResult result)
    {
        foreach (var (seat, required) in result.Seats.Zip(staffing.Seats))
        {
            seat.Seat.ShouldBe(required.Key);
            seat.Count.ShouldBe(required.Count);
            seat.Filled.Count.ShouldBeLessThanOrEqualTo(seat.Count);

            foreach (var filling in seat.Filled)
            {
                var counting = Counting(_people[filling.Person]);
                IsThere(_people[filling.Person]).ShouldBeTrue();
                filling.Credentials.ShouldBeSubsetOf(counting);
                Satisfies(required.Holds, [.. filling.Credentials]).ShouldBeTrue();
                filling.Credentials.Count.ShouldBe(
                    Subsets([.. counting.Where(Named().Contains)]).Where(some => Satisfies(required.Holds, some)).Min(some => some.Count));
            }
        }
    }

    private void CheckReasons(StaffingResult result)
    {
        foreach (var unseated in result.People)
        {
            var person = _people[unseated.Person];
            unseated.Reason.ShouldBe(Reason(person), person.Id);

            if (unseated.Reason == PersonReason.Incomplete)
            {
                CheckMissing(unseated, Counting(person));
            }
            else
            {
                unseated.Missing.ShouldBeNull();
            }
        }
    }

    private void CheckMissing(UnseatedPerson unseated, HashSet<string> counting)
    {
        var cheapest = Subsets([.. Named().Where(CanBeTaken).Except(counting)])
            .Where(some => staffing.Seats.Any(seat => Satisfies(seat.Holds, [.. some, .. counting])))
            .Select(some => (decimal?)Cost(some))
            .Min();

        if (cheapest is null)
        {
            unseated.Missing.ShouldBeNull();

            return;
        }

        var missing = unseated.Missing.ShouldNotBeNull();
        missing.ShouldAllBe(code => CanBeTaken(code));
        staffing.Seats.Any(seat => Satisfies(seat.Holds, [.. missing, .. counting])).ShouldBeTrue();
        Cost(missing).ShouldBe(cheapest.Value);
    }

    private void CheckCertificate(StaffingResult result)
    {
        if (result.Status == Status.Met)
        {
            result.Certificate.ShouldBeNull();

            return;
        }

        var certificate = result.Certificate.ShouldNotBeNull();
        var seats = staffing.Seats.Where(seat => certificate.Seats.Contains(seat.Key)).ToArray();
        certificate.Places.ShouldBe(seats.Sum(seat => seat.Count));
        certificate.People.ShouldBe(_people.Values.Count(person => IsThere(person) && seats.Any(seat => Satisfies(seat.Holds, Counting(person)))));
        certificate.People.ShouldBeLessThan(certificate.Places);
    }

    private PersonReason Reason(PersonFacts person)
    {
        if (facts.AsOf < person.From)
        {
            return PersonReason.NotYetJoined;
        }

        if (person.Until < facts.AsOf)
        {
            return PersonReason.Left;
        }

        if (!person.Credentials.Any(record => record.EarnedOn <= facts.AsOf && Named().Contains(record.Code)))
        {
            return PersonReason.NoCredentials;
        }

        if (staffing.Seats.Any(seat => Satisfies(seat.Holds, Counting(person))))
        {
            return PersonReason.NotNeeded;
        }

        return staffing.Seats.Any(seat => Satisfies(seat.Holds, HasCounted(person), isEverAccepted: true)) ? PersonReason.Expired : PersonReason.Incomplete;
    }

    private bool IsThere(PersonFacts person) => !(facts.AsOf < person.From) && !(person.Until < facts.AsOf);

    private HashSet<string> Counting(PersonFacts person) => [.. person.Credentials.Where(record => Counts(record, facts.AsOf)).Select(record => record.Code)];

    private HashSet<string> HasCounted(PersonFacts person) =>
        [.. person.Credentials.Where(record => record.EarnedOn <= facts.AsOf && Counts(record, record.EarnedOn)).Select(record => record.Code)];

    private bool Counts(CredentialFacts record, DateOnly day)
    {
        var credential = catalog.Credential(record.Code);
        var validUntil = record.ValidUntil
            ?? (credential?.ValidForMonths is { } months ? record.EarnedOn.AddMonths(months) : DateOnly.MaxValue);

        return record.EarnedOn <= day
            && day <= validUntil
            && day <= (credential?.AcceptedUntil ?? DateOnly.MaxValue)
            && record.EarnedOn <= (credential?.RetiredOn ?? DateOnly.MaxValue);
    }

    private bool CanBeTaken(string code) =>
        catalog.Credential(code) is { DerivedFrom: null } credential
        && (credential.AvailableFrom ?? DateOnly.MinValue) <= facts.AsOf
        && facts.AsOf <= (credential.RetiredOn ?? DateOnly.MaxValue)
        && facts.AsOf <= (credential.AcceptedUntil ?? DateOnly.MaxValue);

    private decimal Cost(IEnumerable<string> codes) => codes.Sum(code => catalog.Credential(code)?.Cost ?? 0);

    private HashSet<string> Named() => [.. staffing.Seats.SelectMany(seat => Named(seat.Holds))];

    private IEnumerable<string> Named(Holds holds) => holds switch
    {
        HoldsCredential held => catalog.Credential(held.Code)?.DerivedFrom is { } derivedFrom ? Named(derivedFrom).Append(held.Code) : [held.Code],
        HoldsGroup group => Named(Group(group)),
        HoldsAny any => any.Parts.SelectMany(Named),
        HoldsAll all => all.Parts.SelectMany(Named),
        _ => [],
    };

    private bool Satisfies(Holds holds, HashSet<string> codes, bool isEverAccepted = false) => holds switch
    {
        HoldsCredential held => codes.Contains(held.Code) || IsDerived(held.Code, codes, isEverAccepted),
        HoldsGroup group => Satisfies(Group(group), codes, isEverAccepted),
        HoldsAny any => any.Parts.Any(part => Satisfies(part, codes, isEverAccepted)),
        HoldsAll all => all.Parts.All(part => Satisfies(part, codes, isEverAccepted)),
        _ => false,
    };

    private bool IsDerived(string code, HashSet<string> codes, bool isEverAccepted) =>
        catalog.Credential(code) is { DerivedFrom: { } derivedFrom } credential
        && (isEverAccepted || facts.AsOf <= (credential.AcceptedUntil ?? DateOnly.MaxValue))
        && Satisfies(derivedFrom, codes, isEverAccepted);

    private Holds Group(HoldsGroup group) => version.ExamGroups.Single(each => each.Key == group.Key).Holds;

    private int MostPlaces()
    {
        var there = _people.Values.Where(IsThere).ToArray();
        var canFill = there.Select(person => staffing.Seats.Select(seat => Satisfies(seat.Holds, Counting(person))).ToArray()).ToArray();

        return MostPlaces(canFill, 0, [.. staffing.Seats.Select(seat => seat.Count)]);
    }

    private static int MostPlaces(bool[][] canFill, int person, int[] free)
    {
        if (person == canFill.Length)
        {
            return 0;
        }

        var most = MostPlaces(canFill, person + 1, free);

        for (var seat = 0; seat < free.Length; seat++)
        {
            if (canFill[person][seat] && free[seat] > 0)
            {
                free[seat]--;
                most = Math.Max(most, 1 + MostPlaces(canFill, person + 1, free));
                free[seat]++;
            }
        }

        return most;
    }

    private static IEnumerable<HashSet<string>> Subsets(string[] items) =>
        Enumerable.Range(0, 1 << items.Length)
            .Select(choice => items.Where((_, index) => (choice & (1 << index)) != 0).ToHashSet(StringComparer.Ordinal));
}
