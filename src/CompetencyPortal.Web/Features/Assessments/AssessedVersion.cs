using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>The rules that an assessment was made under, for which market and day.</summary>
internal sealed record AssessedVersion(ProgramCatalog Program, VersionDefinition Version, string? Market, DateOnly AsOf);
