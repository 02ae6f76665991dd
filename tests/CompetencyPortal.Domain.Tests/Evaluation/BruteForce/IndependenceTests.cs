using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CompetencyPortal.BruteForce;

namespace CompetencyPortal.Domain.Tests.Evaluation.BruteForce;

/// <summary>Trying everything knows of the domain only the records of facts and of the catalog document: no rule of the evaluator's.</summary>
public class IndependenceTests
{
    private const string Domain = "CompetencyPortal.Domain";

    private static readonly string[] Records =
    [
        "Month", "ValueList", "ValueList`1", "ValueMap", "ValueMap`2",
        "Facts", "PersonFacts", "CredentialFacts", "Measurement", "ExchangeRateFacts", "FlagFacts",
        "CatalogDocument", "ProgramDefinition", "NamedKey", "TierDefinition", "LocalizedText",
        "CredentialDefinition", "CredentialKind", "MeasureDefinition", "MeasureKind",
        "CompetencyDefinition", "VersionDefinition", "SourceReference", "ExamGroupDefinition", "OptionDefinition", "TierRequirement", "ScoreRequirement", "ScorecardDefinition", "ScorecardPart", "MetricPart", "HeadcountPart", "Credit",
        "Requirement", "AllRequirement", "AnyRequirement", "MetricRequirement", "FlagRequirement", "StaffingRequirement", "SeatDefinition",
        "Threshold", "PlainThreshold", "MarketThreshold", "MetricDefinition", "MetricWindow", "WindowKind", "Aggregate",
        "Holds", "HoldsCredential", "HoldsGroup", "HoldsAny", "HoldsAll",
    ];

    // What makes and compares the records, none of it a rule.
    private static readonly string[] Makers =
        ["Of", "ToValueList", "ToValueMap", "Empty", "English", "Trailing", "TryGetValue", "GetEnumerator", "Equals", "GetHashCode", "ToString", "PrintMembers"];

    [Fact]
    public void Only_records_are_used()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(RandomCase).Assembly.Location));
        var metadata = assembly.GetMetadataReader();

        Types(metadata).Where(type => type.Namespace.StartsWith(Domain, StringComparison.Ordinal)).Select(type => type.Name).ShouldBeSubsetOf(Records);
    }

    [Fact]
    public void Nothing_is_asked_of_them_but_what_they_hold()
    {
        using var assembly = new PEReader(File.OpenRead(typeof(RandomCase).Assembly.Location));
        var metadata = assembly.GetMetadataReader();

        var asked = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && IsDomain(metadata, (TypeReferenceHandle)member.Parent))
            .Select(member => metadata.GetString(member.Name))
            .Where(name => !name.StartsWith("get_", StringComparison.Ordinal)
                && !name.StartsWith("set_", StringComparison.Ordinal)
                && !name.StartsWith("op_", StringComparison.Ordinal)
                && name is not (".ctor" or "<Clone>$"));

        asked.ShouldBeSubsetOf(Makers);
    }

    private static IEnumerable<(string Namespace, string Name)> Types(MetadataReader metadata) =>
        metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => (metadata.GetString(type.Namespace), metadata.GetString(type.Name)));

    private static bool IsDomain(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetString(metadata.GetTypeReference(type).Namespace).StartsWith(Domain, StringComparison.Ordinal);
}
