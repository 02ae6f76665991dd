using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Says which market an organization belongs to from a day on, or from always.</summary>
internal sealed class AddMarket(PortalContext db)
{
    public Task<SaveOutcome> ExecuteAsync(Guid organizationId, Command input, CancellationToken cancellationToken)
    {
        var id = Infrastructure.FormKey.ToRecordId(input.FormKey, organizationId);

        return db.EditAsync(organizationId, token => WriteAsync(id, organizationId, input, token), cancellationToken);
    }

    private async Task<SaveOutcome> WriteAsync(Guid id, Guid organizationId, Command input, CancellationToken cancellationToken)
    {
        var from = input.From ?? DateOnly.MinValue;
        var rows = await db.OrganizationMarkets.Where(row => row.OrganizationId == organizationId).ToListAsync(cancellationToken);

        if (!await db.Organizations.AnyAsync(one => one.Id == organizationId, cancellationToken))
        {
            return SaveOutcome.NotFound;
        }

        if (rows.Exists(row => row.Id == id))
        {
            return SaveOutcome.Saved;
        }

        if (rows.Exists(row => row.From == from))
        {
            return SaveOutcome.Duplicate(nameof(input.From));
        }

        db.OrganizationMarkets.Add(new OrganizationMarket(id, organizationId, input.Market!, from));

        return SaveOutcome.Saved;
    }

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Market { get; init; }

        /// <summary>The first day; none says "always".</summary>
        public DateOnly? From { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PortalContext db, IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(input => input.Market).MarketOf(db, text);
            RuleFor(input => input.From).FactDay(text, formats);
        }
    }
}

internal static class MarketRules
{
    /// <summary>A market of the program.</summary>
    public static IRuleBuilderOptions<T, string?> MarketOf<T>(
        this IRuleBuilder<T, string?> rule, PortalContext db, IStringLocalizer<PortalText> text) => rule
        .NotEmpty().WithMessage(_ => text["Partner.Market.Unknown"])
        .MustAsync(async (market, token) => (await db.CatalogAsync(token)).Program.Market(market!) is not null)
        .WithMessage(_ => text["Partner.Market.Unknown"]);
}
