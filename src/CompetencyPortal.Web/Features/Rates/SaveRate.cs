using CompetencyPortal.Data;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Features.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Rates;

/// <summary>Enters a rate from a currency to the program's, or corrects one. Currency and day of a rate stay; for others there is another rate.</summary>
internal sealed class SaveRate(PortalContext db)
{
    public static Command From(ExchangeRate rate) => new()
    {
        Currency = rate.From,
        On = rate.On,
        Rate = rate.Rate,
        Version = rate.Version,
    };

    /// <param name="rate">The rate to correct; null enters a new one.</param>
    public async Task<SaveOutcome> ExecuteAsync(Guid? rate, Command input, CancellationToken cancellationToken)
    {
        var program = (await db.CatalogAsync(cancellationToken)).Program.Program.Currency;
        var id = FormKey.ToRecordId(input.FormKey, Guid.Empty);

        return await db.EditProgramAsync(
            token => rate is { } stored ? CorrectAsync(stored, input, token) : AddAsync(id, program, input, token), cancellationToken);
    }

    private async Task<SaveOutcome> AddAsync(Guid id, string program, Command input, CancellationToken cancellationToken)
    {
        if (await db.ExchangeRates.AnyAsync(one => one.Id == id, cancellationToken))
        {
            return SaveOutcome.Saved;
        }

        var currency = Currencies.Plain(input.Currency)!;
        if (await db.ExchangeRates.AnyAsync(one => one.From == currency && one.To == program && one.On == input.On!.Value, cancellationToken))
        {
            return SaveOutcome.Duplicate(nameof(Command.On));
        }

        db.ExchangeRates.Add(new ExchangeRate(id, currency, program, input.On!.Value, input.Rate!.Value));

        return SaveOutcome.Saved;
    }

    private async Task<SaveOutcome> CorrectAsync(Guid rate, Command input, CancellationToken cancellationToken)
    {
        if (await db.ExchangeRates.SingleOrDefaultAsync(one => one.Id == rate, cancellationToken) is not { } stored)
        {
            return SaveOutcome.NotFound;
        }

        db.ExpectVersion(stored, input.Version);
        stored.Correct(input.Rate!.Value);

        return SaveOutcome.Saved;
    }

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Currency { get; init; }

        public DateOnly? On { get; init; }

        /// <summary>What one unit of the currency is worth in the program's.</summary>
        public decimal? Rate { get; init; }

        public long Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(EntryChoices choices, IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(input => input.Currency).NotEmpty().WithMessage(_ => text["Rate.Currency.Required"])
                .Must(currency => Currencies.IsKnown(Currencies.Plain(currency))).WithMessage(_ => text["Rate.Currency.Unknown"])
                .MustAsync(async (currency, token) => Currencies.Plain(currency) != (await choices.ProgramAsync(token)).Program.Currency)
                .WithMessage(_ => text["Rate.Currency.Programs"]);
            RuleFor(input => input.On).NotNull().WithMessage(_ => text["Rate.On.Required"]).FactDay(text, formats);
            RuleFor(input => input.Rate).NotNull().WithMessage(_ => text["Rate.Rate.Required"])
                .Must(rate => rate > 0).WithMessage(_ => text["Rate.Rate.Positive"])
                .Must(rate => ExchangeRate.IsRate(rate!.Value)).WithMessage(_ => text["Rate.Rate.Limits", ExchangeRate.RateDecimals]);
        }
    }
}
