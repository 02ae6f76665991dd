using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
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
    /// <summary>Every ISO 4217 currency of a country that the runtime knows, by code.</summary>
    public static readonly IReadOnlyList<string> Currencies =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(currency => currency.Length == BoundedText.CurrencyLength && currency.All(char.IsAsciiLetterUpper))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public static Command From(Organization organization) => new()
    {
        DefaultCurrency = organization.DefaultCurrency,
        ShowsNames = organization.ShowsNames,
        Version = organization.Version,
    };

    public Task<SaveOutcome> ExecuteAsync(Command input, CancellationToken cancellationToken) =>
        db.EditAsync(() => db.RecordAsync(
            user.OrganizationId,
            async token =>
            {
                var organization = await db.Organizations.SingleAsync(one => one.Id == user.OrganizationId, token);
                db.ExpectVersion(organization, input.Version);
                organization.UseCurrency(input.DefaultCurrency!);
                organization.ShowNames(input.ShowsNames);
            },
            cancellationToken));

    internal sealed record Command
    {
        public string? DefaultCurrency { get; init; }

        public bool ShowsNames { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IStringLocalizer<PortalText> text)
        {
            RuleFor(input => input.DefaultCurrency).NotEmpty()
                .Must(currency => Currencies.Contains(currency, StringComparer.Ordinal)).WithMessage(_ => text["Entry.Currency.Unknown"]);
        }
    }
}
