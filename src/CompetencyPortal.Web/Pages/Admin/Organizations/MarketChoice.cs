using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Admin.Organizations;

internal static class MarketChoice
{
    /// <summary>The program's markets, for a select; none is chosen beforehand, since it decides what is asked of an organization.</summary>
    public static IReadOnlyList<SelectListItem> MarketChoices(this ProgramCatalog program, IStringLocalizer<PortalText> text) =>
    [
        new(text["Partner.Market.Choose"], string.Empty),
        .. program.Program.Markets.Select(market => new SelectListItem(market.Name.Shown(), market.Key)),
    ];
}
