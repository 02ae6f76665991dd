using CompetencyPortal.Domain.Evaluation;
using static CompetencyPortal.Domain.Tests.Days;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public class WhatIfTests
{
    private static readonly CredentialFacts Held = new("A1", Day("2016-05-01"));

    private static readonly Facts Facts = new()
    {
        AsOf = Day("2017-11-30"),
        People = [new PersonFacts("1") { Credentials = [Held] }, new PersonFacts("2", Until: Day("2018-01-31"))],
        Measurements = [new Measurement("revenue", Day("2017-03-15"), 60)],
    };

    [Fact]
    public void No_change_is_the_same_facts()
    {
        WhatIf.Apply(Facts, new WhatIfChanges()).ShouldBe(Facts);
    }

    [Fact]
    public void A_pass_is_earned_on_the_day_of_the_facts()
    {
        var people = WhatIf.Apply(Facts, new WhatIfChanges { Passes = [new WhatIfPass("1", "B1"), new WhatIfPass("nobody", "B1")] }).People.ShouldNotBeNull();

        people[0].Credentials.ShouldBe([Held, new CredentialFacts("B1", Day("2017-11-30"))]);
        people[1].ShouldBe(Facts.People![1]);
    }

    [Fact]
    public void Who_leaves_is_not_there()
    {
        WhatIf.Apply(Facts, new WhatIfChanges { Leavers = ["1", "nobody"] }).People.ShouldNotBeNull().ShouldHaveSingleItem().Id.ShouldBe("2");
        WhatIf.Apply(Facts, new WhatIfChanges { Leavers = ["1", "2"] }).People.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void Who_joins_holds_what_is_said()
    {
        var people = WhatIf.Apply(Facts, new WhatIfChanges { NewPeople = [["A1", "B1"], []] }).People.ShouldNotBeNull();

        people.Skip(2).Select(person => (person.Id, person.Credentials.Count)).ShouldBe([("new 1", 2), ("new 2", 0)]);
    }

    [Fact]
    public void Where_nobody_is_known_somebody_new_makes_people_known()
    {
        var unknown = Facts with { People = null };

        WhatIf.Apply(unknown, new WhatIfChanges { Passes = [new WhatIfPass("1", "B1")], Leavers = ["1"] }).People.ShouldBeNull();
        WhatIf.Apply(unknown, new WhatIfChanges { NewPeople = [["A1"]] }).People.ShouldNotBeNull().Count.ShouldBe(1);
    }

    [Fact]
    public void Entries_come_beside_those_that_are_known()
    {
        var entry = new Measurement("revenue", Day("2017-11-30"), 40);

        WhatIf.Apply(Facts, new WhatIfChanges { Measurements = [entry] }).Measurements.ShouldNotBeNull().ShouldBe([.. Facts.Measurements!, entry]);
        WhatIf.Apply(Facts with { Measurements = null }, new WhatIfChanges { Measurements = [entry] }).Measurements.ShouldBe([entry]);
    }

    [Fact]
    public void The_steps_of_a_plan_fill_its_seats()
    {
        var trial = new Trial("""{"staffing":{"seats":[{"key":"seat","count":3,"holds":{"allOf":["A1","B1"]}}]}}""");
        var steps = trial.Evaluate(Facts).Options[0].Tiers[0].Plan.ShouldNotBeNull().Steps.ShouldNotBeNull();

        var tried = WhatIf.Apply(Facts, new WhatIfChanges
        {
            Passes = steps.Where(step => step.Person is not null).Select(step => new WhatIfPass(step.Person!, step.Credential)).ToValueList(),
            NewPeople = steps.Where(step => step.NewPerson is not null).GroupBy(step => step.NewPerson, step => step.Credential).Select(codes => codes.ToValueList()).ToValueList(),
        });

        trial.Judge(tried).Status.ShouldBe(Status.Met);
    }
}
