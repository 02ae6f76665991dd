using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>Each tier on its own, as the rule reads: a largest flow from the people to the seats.</summary>
internal sealed class FlowEvaluator(Abilities abilities)
{
    public (Status Silver, Status Gold) Judge(Facts facts) => (Judge(facts, Rules.Count(Rules.Silver)), Judge(facts, Rules.Count(Rules.Gold)));

    private Status Judge(Facts facts, int count)
    {
        var able = abilities.Held(facts).Select(codes => Array.ConvertAll(Rules.SeatsOfFour, seat => abilities.CanFill(codes, seat))).ToList();
        var seats = Rules.SeatsOfFour.Length;
        var (source, sink) = (able.Count + seats, able.Count + seats + 1);
        var network = new Dinic(sink + 1);

        for (var seat = 0; seat < seats; seat++)
        {
            network.Connect(able.Count + seat, sink, count);
        }

        for (var person = 0; person < able.Count; person++)
        {
            network.Connect(source, person, 1);

            for (var seat = 0; seat < seats; seat++)
            {
                if (able[person][seat])
                {
                    network.Connect(person, able.Count + seat, 1);
                }
            }
        }

        return network.Flow(source, sink) == seats * count ? Status.Met : Status.NotMet;
    }
}
