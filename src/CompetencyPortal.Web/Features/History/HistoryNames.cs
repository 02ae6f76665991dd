using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Web.Features.History;

/// <summary>What the ids and keys of journal rows stand for.</summary>
/// <param name="Users">The names of accounts.</param>
/// <param name="People">Names or pseudonyms of people, those that were removed included.</param>
internal sealed record HistoryNames(ProgramCatalog Program, IReadOnlyDictionary<Guid, string> Users, IReadOnlyDictionary<Guid, string> People);
