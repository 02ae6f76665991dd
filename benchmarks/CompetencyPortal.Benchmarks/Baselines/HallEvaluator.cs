using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>Hall's condition for two kinds of seats: enough people for each, and enough who can fill either.</summary>
internal sealed class HallEvaluator(Abilities abilities)
{
    public (Status Silver, Status Gold) Judge(Facts facts)
    {
        var able = abilities.Held(facts)
            .Select(held => (Functional: abilities.CanFill(held, Rules.SeatsOfTwo[0]), Customizer: abilities.CanFill(held, Rules.SeatsOfTwo[1])))
            .ToList();
        var functional = able.Count(person => person.Functional);
        var customizers = able.Count(person => person.Customizer);
        var either = able.Count(person => person.Functional || person.Customizer);

        return (Judge(Rules.Count(Rules.Silver)), Judge(Rules.Count(Rules.Gold)));

        Status Judge(int count) => functional >= count && customizers >= count && either >= 2 * count ? Status.Met : Status.NotMet;
    }
}
