using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>Whether what somebody says about a staffing and its people is true.</summary>
public sealed class StaffingClaims(Rulebook rules, Facts facts, StaffingRequirement staffing)
{
    private readonly Holder _holder = new(rules, facts.AsOf);
    private readonly Dictionary<string, PersonFacts> _people = (facts.People ?? []).ToDictionary(person => person.Id, StringComparer.Ordinal);

    /// <summary>The most places that can be filled at once.</summary>
    public int MostPlaces() => new Seating(staffing, [.. There().Select(_holder.Counting)], _holder).MostPlaces();

    /// <summary>Whether the person can fill the seat with nothing but these of their records, and not with fewer of them.</summary>
    public bool IsSmallestFilling(string person, string seat, IReadOnlyCollection<string> credentials)
    {
        var counting = _holder.Counting(_people[person]);
        var holds = staffing.Seats.Single(each => each.Key == seat).Holds;
        var fewest = Subsets.Of([.. counting.Intersect(_holder.Named(holds))]).Where(some => _holder.Satisfies(holds, some)).Min(some => (int?)some.Count);

        return _holder.IsThere(_people[person])
            && credentials.All(counting.Contains)
            && _holder.Satisfies(holds, credentials.ToHashSet(StringComparer.Ordinal))
            && credentials.Count == fewest;
    }

    /// <summary>Why the person, who fills no place, does not: the first that applies.</summary>
    public UnseatedReason Reason(string person)
    {
        var given = _people[person];

        if (given.From > facts.AsOf)
        {
            return UnseatedReason.NotYetJoined;
        }

        if (given.Until < facts.AsOf)
        {
            return UnseatedReason.Left;
        }

        var named = Named();

        if (!given.Credentials.Any(record => record.EarnedOn <= facts.AsOf && named.Contains(record.Code)))
        {
            return UnseatedReason.NoCredentials;
        }

        if (CanFillSome(_holder.Counting(given)))
        {
            return UnseatedReason.NotNeeded;
        }

        var everCounted = _holder.EverCounted(given);

        return staffing.Seats.Any(seat => _holder.WouldSatisfy(seat.Holds, everCounted)) ? UnseatedReason.Expired : UnseatedReason.Incomplete;
    }

    /// <summary>What a cheapest set of further credentials costs that lets the person fill a seat; null where none can be taken.</summary>
    public decimal? CheapestMissing(string person)
    {
        var counting = _holder.Counting(_people[person]);

        return Subsets.Of([.. Named().Where(_holder.CanBeTaken).Except(counting)])
            .Where(some => CanFillSome([.. some, .. counting]))
            .Min(some => (decimal?)Cost(some));
    }

    /// <summary>Whether the person can take these credentials, does not hold them, and could fill a seat with them.</summary>
    public bool WouldSuffice(string person, IReadOnlyCollection<string> missing)
    {
        var counting = _holder.Counting(_people[person]);

        return missing.All(code => _holder.CanBeTaken(code) && !counting.Contains(code)) && CanFillSome([.. missing, .. counting]);
    }

    public decimal Cost(IEnumerable<string> codes) => codes.Sum(code => rules.Credential(code)!.Cost);

    /// <summary>Whether these seats need so many people, so many can fill any of them, and that is too few.</summary>
    public bool IsProof(IReadOnlyCollection<string> seats, int places, int people)
    {
        var kinds = staffing.Seats.Where(seat => seats.Contains(seat.Key)).ToList();
        var able = There().Select(_holder.Counting).Count(codes => kinds.Exists(seat => _holder.Satisfies(seat.Holds, codes)));

        return kinds.Count == seats.Count && places == kinds.Sum(seat => seat.Count) && people == able && people < places;
    }

    private IEnumerable<PersonFacts> There() => _people.Values.Where(_holder.IsThere);

    private bool CanFillSome(HashSet<string> codes) => staffing.Seats.Any(seat => _holder.Satisfies(seat.Holds, codes));

    private HashSet<string> Named() => [.. staffing.Seats.SelectMany(seat => _holder.Named(seat.Holds))];
}

/// <summary>Why somebody fills no place.</summary>
public enum UnseatedReason
{
    NotYetJoined,
    Left,
    NoCredentials,
    Expired,
    Incomplete,
    NotNeeded,
}
