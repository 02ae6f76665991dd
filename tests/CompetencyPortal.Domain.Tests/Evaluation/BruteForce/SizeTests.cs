using CompetencyPortal.BruteForce;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>
/// The random cases are small, so that everything can be tried. Padded with what changes nothing they become large: the evaluator takes other ways then, and must
/// come to the same.
/// </summary>
public class SizeTests
{
    private const int MoreThanTwoWords = 130;
    private const int MoreKindsThanAreCounted = 11;

    [Fact]
    public void Rules_that_fill_several_words_are_judged_as_those_that_fit_one()
    {
        var exams = Exams(MoreThanTwoWords);
        var unrelated = new OptionDefinition("padding", LocalizedText.English("Padding"), [new TierRequirement("gold", All(exams))]);

        RandomCases.ShouldAllAgree(random =>
        {
            var differences = new Differences();
            // First, so that what matters lies in later words.
            var padded = Padded(random.Document, exams, version => version with { Options = [unrelated, .. version.Options] });
            var result = padded.Evaluate(RandomCase.Competency, random.Facts);

            differences.SameItems(
                "several words",
                Said(random.Evaluator().Evaluate(RandomCase.Competency, random.Facts)),
                Said(result with { Options = result.Options.Where(option => option.Option != unrelated.Key).ToValueList() }));

            return differences.Found;
        });
    }

    [Fact]
    public void Staffings_of_many_kinds_of_seat_are_judged_as_those_of_few()
    {
        var exams = Exams(MoreKindsThanAreCounted);
        // Two of each, so that none of them is critical.
        PersonFacts[] people = [.. exams.SelectMany(exam => new[] { Holder(exam, 1), Holder(exam, 2) })];

        RandomCases.ShouldAllAgree(random =>
        {
            var differences = new Differences();
            var padded = Padded(random.Document, exams, version => version with
            {
                Options = version.Options.Select(option => option with
                {
                    Tiers = option.Tiers.Select(tier => tier with { Requirement = WithSeats(tier.Requirement, exams) }).ToValueList(),
                }).ToValueList(),
            });
            var facts = random.Facts with { People = random.Facts.People is { } known ? [.. known, .. people] : null };

            differences.SameItems(
                "many kinds",
                Foretold(random.Evaluator().Evaluate(RandomCase.Competency, random.Facts)),
                Foretold(padded.Evaluate(RandomCase.Competency, facts)));

            return differences.Found;
        });
    }

    private static CredentialDefinition[] Exams(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new CredentialDefinition($"PAD-{number}", CredentialKind.Exam, LocalizedText.English("Padding")))];

    private static StaffingRequirement All(CredentialDefinition[] exams) => new(
        null, null, [new SeatDefinition("padding", null, 1, new HoldsAll(exams.Select(exam => (Holds)new HoldsCredential(exam.Code)).ToValueList()))]);

    private static PersonFacts Holder(CredentialDefinition exam, int number) =>
        new($"~{exam.Code}-{number}") { Credentials = [new CredentialFacts(exam.Code, new DateOnly(1990, 1, 1))] };

    private static Requirement WithSeats(Requirement requirement, CredentialDefinition[] exams) => requirement switch
    {
        AllRequirement all => all with { Children = all.Children.Select(child => WithSeats(child, exams)).ToValueList() },
        AnyRequirement any => any with { Children = any.Children.Select(child => WithSeats(child, exams)).ToValueList() },
        StaffingRequirement staffing => staffing with
        {
            Seats = [.. staffing.Seats, .. exams.Select(exam => new SeatDefinition($"seat-{exam.Code.ToLowerInvariant()}", null, 1, new HoldsCredential(exam.Code)))],
        },
        _ => requirement,
    };

    private static Evaluator Padded(CatalogDocument document, CredentialDefinition[] exams, Func<VersionDefinition, VersionDefinition> change) => new(Catalogs.Of(document with
    {
        Credentials = [.. exams, .. document.Credentials],
        Competencies = document.Competencies.Select(competency => competency with { Versions = competency.Versions.Select(change).ToValueList() }).ToValueList(),
    }));

    // Who of equally able people does a step is not said.
    private static IEnumerable<string> Said(EvaluationResult result) => Foretold(result).Concat(Tiers(result)
        .Select(tier => $"{tier.Plan?.Status} {tier.Plan?.Proven} {tier.Plan?.Cost} {tier.Plan?.NewPeople} {tier.Plan?.Ways?.Count} {tier.Plan?.Blocked}"));

    private static IEnumerable<string> Foretold(EvaluationResult result) => Tiers(result)
        .Select(tier => $"{tier.Tier} {tier.Status} {tier.HoldsUntil} {tier.CriticalPeople} {tier.Outlook?.Events}");

    private static IEnumerable<TierResult> Tiers(EvaluationResult result) => result.Options.SelectMany(option => option.Tiers);
}
