using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Features.People;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Features.Assessments;

/// <summary>Reads an organization's assessment, for whoever has the organization in scope: everybody gets the same sentences and numbers.</summary>
internal sealed class ReadAssessment(PortalContext db, PersonNames names, ProgramCalendar calendar, AssessmentTexts texts)
{
    /// <summary>The competencies that the organization follows, in the catalog's order.</summary>
    public async Task<IReadOnlyList<CompetencyDefinition>> FollowedAsync(Guid organization, CancellationToken cancellationToken) =>
        await FollowedAsync(organization, await db.CatalogAsync(cancellationToken), cancellationToken);

    /// <returns>Null where the organization is not in scope or does not follow the competency.</returns>
    public async Task<AssessmentView?> ExecuteAsync(Guid organization, AssessmentChoice choice, CancellationToken cancellationToken)
    {
        var catalog = await db.CatalogAsync(cancellationToken);
        var followed = await FollowedAsync(organization, catalog, cancellationToken);

        return followed.Any(each => each.Key == choice.Competency) && await ReadAsync(organization, cancellationToken) is { } known
            ? new AssessmentView(choice, known, catalog, followed, calendar.Today, texts)
            : null;
    }

    private async Task<IReadOnlyList<CompetencyDefinition>> FollowedAsync(Guid organization, CompiledCatalog catalog, CancellationToken cancellationToken)
    {
        var followed = await db.FollowedCompetencies.Where(one => one.OrganizationId == organization).Select(one => one.Competency).ToListAsync(cancellationToken);

        return [.. catalog.Program.Competencies.Where(each => followed.Contains(each.Key))];
    }

    /// <summary>Reads between two looks at the same facts version, so that numbers, entries and people always belong together.</summary>
    /// <returns>Null where the organization is not in scope.</returns>
    public async Task<KnownOrganization?> ReadAsync(Guid organization, CancellationToken cancellationToken)
    {
        var look = await LookAsync(organization, cancellationToken);

        while (look is not null)
        {
            var facts = await FactsOf.ReadAsync(db, organization, cancellationToken);
            var nameOf = await names.OfAsync(organization, look.ShowsNames, cancellationToken);
            var before = look;
            look = await LookAsync(organization, cancellationToken);

            if (look == before)
            {
                return new KnownOrganization(look.Name, facts, nameOf, names.Spoken(nameOf, look.ShowsNames));
            }
        }

        return null;
    }

    private Task<Look?> LookAsync(Guid organization, CancellationToken cancellationToken) =>
        db.Organizations.Where(one => one.Id == organization)
            .Select(one => new Look(one.Name, one.ShowsNames, one.FactsVersion))
            .SingleOrDefaultAsync(cancellationToken);

    private sealed record Look(string Name, bool ShowsNames, long FactsVersion);
}

/// <summary>What the reader chose, as it stands in the address.</summary>
/// <param name="Option">The option's key; where there is none such, the option that goes furthest is shown.</param>
/// <param name="Show"><c>missing</c> leaves out what is met.</param>
internal sealed record AssessmentChoice(string Competency, string? Option, string? Show);

/// <summary>What was read at once about an organization.</summary>
/// <param name="NameOf">What the reader calls a person of the facts.</param>
/// <param name="SpokenNameOf">The same amid a sentence.</param>
internal sealed record KnownOrganization(string Name, FactsOf Facts, Func<string, string> NameOf, Func<string, string> SpokenNameOf);
