using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Organizations;

/// <summary>Changes what the organization decides for itself: its currency, and whether the account manager sees names.</summary>
internal sealed class EditOrganization(PortalContext db, CurrentUser user)
{
    public static Command From(Organization organization) => new()
    {
        DefaultCurrency = organization.DefaultCurrency,
        ShowsNames = organization.ShowsNames,
        Version = organization.Version,
    };

    public Task<SaveOutcome> ExecuteAsync(Command input, CancellationToken cancellationToken) => db.EditAsync(
        user.OrganizationId,
        async token =>
        {
            var organization = await db.Organizations.SingleAsync(one => one.Id == user.OrganizationId, token);
            db.ExpectVersion(organization, input.Version);
            organization.UseCurrency(input.DefaultCurrency!);
            organization.ShowNames(input.ShowsNames);

            return SaveOutcome.Saved;
        },
        cancellationToken);

    internal sealed record Command
    {
        public string? DefaultCurrency { get; init; }

        public bool ShowsNames { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(EntryChoices choices, IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.DefaultCurrency).NotEmpty()
                .MustAsync(async (currency, token) => (await choices.OwnCurrenciesAsync(token)).Contains(currency, StringComparer.Ordinal))
                .WithMessage(_ => text["Entry.Currency.Unknown"]);
        }
    }
}
