using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Catalog;

/// <summary>Says in sentences what a new catalog would change.</summary>
internal sealed class CatalogDifferenceText(IStringLocalizer<PortalText> text, Formats formats, ProgramCalendar calendar)
{
    private const int OrganizationsNamed = 5;

    public IEnumerable<string> Competencies(CatalogDifference difference) =>
        difference.Competencies.Select(competency => Item("Competency", competency, competency.Item.Name.Shown()));

    public IEnumerable<string> Versions(CatalogDifference difference) => difference.Versions.Select(Version);

    /// <summary>Each change of a credential names the organizations with people who passed it.</summary>
    public IEnumerable<string> Credentials(CatalogPreview preview) => (preview.Difference?.Credentials ?? []).Select(credential => credential switch
    {
        { Before: { } before, After: { } after } => text[
            "Difference.Credential.Changed", after.Code, string.Join(text["List.Separator"], Changes(before, after)), Holders(preview, after.Code)].Value,
        { Before: { } gone } => text["Difference.Credential.Removed", gone.Code, Holders(preview, gone.Code)],
        _ => text["Difference.Credential.Added", credential.Item.Code, credential.Item.Title.Shown()],
    });

    /// <summary>Measures, markets, tiers, the names of lists, and the program itself.</summary>
    public IEnumerable<string> Others(CatalogDifference difference)
    {
        var lines = difference.Measures.Select(measure => Item("Measure", measure, measure.Item.Name.Shown()))
            .Concat(difference.Markets.Select(market => Item("Market", market, market.Item.Name.Shown())))
            .Concat(difference.Tiers.Select(tier => Item("Tier", tier, tier.Item.Name.Shown())))
            .Concat(difference.Names.Select(name => Item("Name", name, name.Item.Name.Shown())))
            .ToList();

        // Markets and tiers have their own lines; what is left is the program's name or currency.
        return difference is { Program: not null, Markets.Count: 0, Tiers.Count: 0 } ? lines.Append(text["Difference.Program"]) : lines;
    }

    private string Item<T>(string kind, Difference<T> difference, string name)
        where T : class => difference switch
        {
            { Before: null } => text[$"Difference.{kind}.Added", name],
            { After: null } => text[$"Difference.{kind}.Removed", name],
            _ => text[$"Difference.{kind}.Changed", name],
        };

    private string Version(VersionDifference difference)
    {
        var change = difference.Version switch
        {
            { Before: null } => difference.Competency.StateOn(difference.Version.Item, calendar.Today).ToString(),
            { After: null } => "Removed",
            _ => "Changed",
        };

        return text[$"Difference.Version.{change}", difference.Competency.Name.Shown(), formats.Day(difference.Version.Item.EffectiveFrom)];
    }

    private List<string> Changes(CredentialDefinition before, CredentialDefinition after)
    {
        (string Field, string Before, string After)[] fields =
        [
            ("Title", before.Title.Shown(), after.Title.Shown()),
            ("Kind", Kind(before), Kind(after)),
            ("AvailableFrom", Day(before.AvailableFrom), Day(after.AvailableFrom)),
            ("RetiredOn", Day(before.RetiredOn), Day(after.RetiredOn)),
            ("AcceptedUntil", Day(before.AcceptedUntil), Day(after.AcceptedUntil)),
            ("ValidForMonths", Number(before.ValidForMonths), Number(after.ValidForMonths)),
            ("Cost", Number(before.Cost), Number(after.Cost)),
        ];
        var changed = fields.Where(field => field.Before != field.After)
            .Select(field => text["Difference.Field", text[$"Difference.Field.{field.Field}"], field.Before, field.After].Value).ToList();

        return changed.Count > 0 ? changed : [text["Difference.Field.Other"]];
    }

    private string Kind(CredentialDefinition credential) => text[$"Credential.Kind.{credential.Kind}"];

    private string Day(DateOnly? day) => day is { } known ? formats.Day(known) : text["Difference.None"];

    private string Number(decimal? number) => number is { } known ? known.ToString("0.####", CultureInfo.CurrentCulture) : text["Difference.None"];

    private string Holders(CatalogPreview preview, string code)
    {
        var names = preview.Holders[code].ToList();
        var named = string.Join(text["List.Separator"], names.Take(OrganizationsNamed));

        return (names.Count - OrganizationsNamed) switch
        {
            _ when names.Count == 0 => text["Difference.Holders.None"],
            > 0 and var others => text["Difference.Holders.More", named, others],
            _ => text["Difference.Holders", named],
        };
    }
}
