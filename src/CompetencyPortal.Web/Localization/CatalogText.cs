using CompetencyPortal.Domain.Catalog.Document;

namespace CompetencyPortal.Web.Localization;

/// <summary>A catalog's names in the reader's language; a name that only English has stays English.</summary>
internal static class CatalogText
{
    public static string Shown(this LocalizedText name) => name.In(PortalCultures.Language);

    public static string MarketName(this ProgramCatalog program, string market) => program.Market(market)?.Name.Shown() ?? market;

    public static string MeasureName(this ProgramCatalog program, string measure) => program.Measure(measure)?.Name.Shown() ?? measure;

    public static string TierName(this ProgramCatalog program, string tier) => program.Tier(tier)?.Name.Shown() ?? tier;

    public static string FlagName(this ProgramCatalog program, string flag) => program.Flag(flag)?.Name.Shown() ?? flag;
}
