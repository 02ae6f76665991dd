using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.BruteForce;

/// <summary>A few people who hold about what the seats ask for.</summary>
internal sealed class RandomPeople(Dice dice, RandomDays days, RandomSkills skills, IReadOnlyList<SeatDefinition> seats)
{
    private static readonly string[] Ids = ["e1", "e2", "e10", "E2", "佐藤"];

    public Facts Add(Facts facts) => facts with
    {
        People = dice.Seldom ? null : dice.Shuffled(Ids.Take(dice.Between(0, Ids.Length)).Select(Person)),
    };

    private PersonFacts Person(string id)
    {
        var from = dice.Rarely ? days.Near() : (DateOnly?)null;
        var until = dice.Rarely ? days.Near() : (DateOnly?)null;

        return new PersonFacts(id, null, from, until < from ? from : until) { Credentials = dice.Shuffled(Records()) };
    }

    private IEnumerable<CredentialFacts> Records()
    {
        var towards = seats.Count > 0 && !dice.Rarely ? Towards(dice.PickFrom(seats).Holds) : [];

        return towards
            .Concat(dice.UpTo(2, () => dice.PickFrom(skills.Credentials).Code))
            .Concat(dice.Seldom ? ["unheard-of"] : [])
            .Select(Record);
    }

    // Most of what the expression asks for.
    private IEnumerable<string> Towards(Holds holds) => holds switch
    {
        HoldsCredential held => dice.Rarely ? [] : [held.Code],
        HoldsGroup group => Towards(skills.Groups.Single(each => each.Key == group.Key).Holds),
        HoldsAny any => Towards(dice.PickFrom(any.Parts)),
        HoldsAll all => all.Parts.SelectMany(Towards),
        _ => throw new ArgumentException("Unknown kind.", nameof(holds)),
    };

    private CredentialFacts Record(string code)
    {
        var earnedOn = dice.Rarely ? days.Future() : days.Past();

        return new CredentialFacts(code, earnedOn, dice.Rarely ? days.Near() : null);
    }
}
