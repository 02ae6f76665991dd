using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>The cheapest plan as an assignment of people, and of one new person per place, to places.</summary>
internal sealed class HungarianPlan(Abilities abilities)
{
    // One new person costs less than one credential, so that cost comes first.
    private const int Credential = 1000;

    public (int Cost, int NewPeople) Find(Facts facts, string tier)
    {
        var places = Rules.SeatsOfTwo.SelectMany(seat => Enumerable.Repeat(seat, Rules.Count(tier))).ToArray();
        var held = abilities.Held(facts).ToList();
        var costs = new int[places.Length, held.Count + places.Length];

        for (var place = 0; place < places.Length; place++)
        {
            for (var person = 0; person < held.Count + places.Length; person++)
            {
                costs[place, person] = person < held.Count
                    ? Credential * abilities.Missing(held[person], places[place])
                    : (Credential * places[place].Groups.Length) + 1;
            }
        }

        var cost = Hungarian.Cost(costs);

        return (cost / Credential, cost % Credential);
    }
}
