using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Enters a partner company with its first market, and invites its first admin; all or nothing.</summary>
internal sealed partial class CreateOrganization(
    PortalContext db, ProgramCalendar calendar, CurrentUser user, InviteUser invite, ILogger<CreateOrganization> logger)
{
    public async Task<(SaveOutcome Outcome, Guid Id, OneTimeLink? Link)> ExecuteAsync(Command input, CancellationToken cancellationToken)
    {
        var (id, marketId) = (Infrastructure.FormKey.ToRecordId(input.FormKey, user.Id), Guid.CreateVersion7());
        var admin = new InviteUser.Command
        {
            FormKey = id,
            Name = input.AdminName,
            Email = input.AdminEmail,
            Role = Roles.PartnerAdmin,
            OrganizationId = id,
        };
        OneTimeLink? link = null;

        var outcome = await db.EditAsync(
            id,
            async token =>
            {
                await db.TakeProgramTurnAsync(token);

                if (!await db.Organizations.AnyAsync(one => one.Id == id, token))
                {
                    db.Organizations.Add(new Organization(id, input.Name!, input.DefaultCurrency!, calendar.Now));
                    db.OrganizationMarkets.Add(new OrganizationMarket(marketId, id, input.Market!, DateOnly.MinValue));
                }

                (var invited, link) = await invite.InTurnAsync(admin);

                return invited.Result == SaveResult.Saved ? invited : SaveOutcome.Duplicate(nameof(input.AdminEmail));
            },
            cancellationToken);

        if (outcome.Result == SaveResult.Saved)
        {
            OrganizationCreated(id);
        }

        return (outcome, id, link);
    }

    [LoggerMessage(LogLevel.Information, "Organization {OrganizationId} was created.")]
    private partial void OrganizationCreated(Guid organizationId);

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Name { get; init; }

        /// <summary>The name may be another organization's, too.</summary>
        public bool IsNamesake { get; init; }

        public string? DefaultCurrency { get; init; }

        public string? Market { get; init; }

        public string? AdminName { get; init; }

        public string? AdminEmail { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(PortalContext db, EntryChoices choices, CurrentUser user, IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => text["Partner.Name.Required"]).Line(Organization.NameLength, text)
                .MustAsync(async (input, name, token) => input.IsNamesake || !await IsKnownAsync(db, Infrastructure.FormKey.ToRecordId(input.FormKey, user.Id), name!, token))
                .WithMessage(_ => text["Partner.Name.Known"]);
            RuleFor(input => input.DefaultCurrency).NotEmpty()
                .MustAsync(async (currency, token) => (await choices.FirstCurrenciesAsync(token)).Contains(currency, StringComparer.Ordinal))
                .WithMessage(_ => text["Entry.Currency.Unknown"]);
            RuleFor(input => input.Market).MarketOf(db, text);
            RuleFor(input => input.AdminName).AccountName(text);
            RuleFor(input => input.AdminEmail).AccountEmail(text);
        }

        /// <summary>Whether another organization has the name; not the one that the same form made a moment ago.</summary>
        private static Task<bool> IsKnownAsync(PortalContext db, Guid own, string name, CancellationToken cancellationToken)
        {
            var normalized = BoundedText.Normalize(name);

            return db.Organizations.AnyAsync(one => one.Id != own && one.NormalizedName == normalized, cancellationToken);
        }
    }
}
