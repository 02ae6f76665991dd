using CompetencyPortal.Benchmarks.Generated;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Benchmarks.Baselines;

/// <summary>Each tier on its own, as the rule reads: enough people for each kind of seat, and by Hall's condition enough who can fill either.</summary>
internal sealed class HallEvaluator(Abilities abilities)
{
    public (Status Silver, Status Gold) Judge(Facts facts) => (Judge(facts, Rules.Count(Rules.Silver)), Judge(facts, Rules.Count(Rules.Gold)));

    private Status Judge(Facts facts, int count)
    {
        var able = abilities.Held(facts)
            .Select(held => (Functional: abilities.CanFill(held, Rules.SeatsOfTwo[0]), Customizer: abilities.CanFill(held, Rules.SeatsOfTwo[1])))
            .ToList();
        var isMet = able.Count(person => person.Functional) >= count
            && able.Count(person => person.Customizer) >= count
            && able.Count(person => person.Functional || person.Customizer) >= 2 * count;

        return isMet ? Status.Met : Status.NotMet;
    }
}
