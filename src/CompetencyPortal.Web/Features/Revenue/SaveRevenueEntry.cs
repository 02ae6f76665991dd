using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using CompetencyPortal.Web.Security;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.Revenue;

/// <summary>Enters or corrects a revenue entry. A month with an entry is no longer one that was stated as zero.</summary>
internal sealed class SaveRevenueEntry(PortalContext db, CurrentUser user)
{
    public static Command From(RevenueEntry entry) => new()
    {
        Measure = entry.Measure,
        On = entry.On,
        Kind = entry.Kind,
        Amount = entry.Amount,
        Currency = entry.Currency,
        Customer = entry.Customer,
        Product = entry.Product,
        Association = entry.Association,
        Reference = entry.Reference,
        Version = entry.Version,
    };

    /// <param name="entry">The entry to correct; null enters a new one.</param>
    public Task<SaveOutcome> ExecuteAsync(Guid? entry, Command input, CancellationToken cancellationToken)
    {
        var id = entry ?? Infrastructure.FormKey.ToRecordId(input.FormKey, user.OrganizationId);

        return db.EditAsync(user.OrganizationId, token => WriteAsync(id, isNew: entry is null, input, token), cancellationToken);
    }

    private async Task<SaveOutcome> WriteAsync(Guid id, bool isNew, Command input, CancellationToken cancellationToken)
    {
        var stored = await db.RevenueEntries.SingleOrDefaultAsync(one => one.Id == id, cancellationToken);

        switch (stored, isNew)
        {
            case (null, false):
                return SaveOutcome.NotFound;
            case (null, true):
                db.RevenueEntries.Add(new RevenueEntry(id, user.OrganizationId, input.ToDetails()));
                break;
            case (_, true):
                return SaveOutcome.Saved;
            default:
                db.ExpectVersion(stored, input.Version);
                stored.Correct(input.ToDetails());
                break;
        }

        var month = Month.Of(input.On!.Value).First;
        db.StatedZeros.RemoveRange(await db.StatedZeros
            .Where(zero => zero.Measure == input.Measure && zero.Month == month)
            .ToListAsync(cancellationToken));

        return SaveOutcome.Saved;
    }

    internal sealed record Command
    {
        /// <summary>See <see cref="Infrastructure.FormKey"/>.</summary>
        public Guid FormKey { get; init; }

        public string? Measure { get; init; }

        public DateOnly? On { get; init; }

        public RevenueKind? Kind { get; init; } = RevenueKind.NewBusiness;

        public decimal? Amount { get; init; }

        public string? Currency { get; init; }

        public string? Customer { get; init; }

        public string? Product { get; init; }

        public string? Association { get; init; }

        public string? Reference { get; init; }

        public long Version { get; init; }

        internal RevenueDetails ToDetails() =>
            new(Measure!, On!.Value, Amount!.Value, Currency, Kind!.Value, Customer, Product, Association, Reference);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(EntryChoices choices, IStringLocalizer<PortalText> text, Formats formats)
        {
            RuleFor(input => input.Measure).NotEmpty()
                .MustAsync(async (measure, token) => (await choices.ProgramAsync(token)).Measure(measure!) is not null)
                .WithMessage(_ => text["Entry.Measure.Unknown"]);
            RuleFor(input => input.On).NotEmpty().WithMessage(_ => text["Entry.On.Required"]).FactDay(text, formats);
            RuleFor(input => input.Kind).NotNull().IsInEnum()
                .MustAsync(choices.IsKindOfAsync).WithMessage(_ => text["Entry.Kind.NotAsked"]);
            WhenAsync(choices.IsCountAsync, () => RuleFor(input => input.Amount).NotNull().WithMessage(_ => text["Entry.Number.Required"])
                .Must(number => number >= 0).WithMessage(_ => text["Entry.Number.Negative"])
                .Must(number => number < RevenueEntry.AmountLimit).WithMessage(_ => text["Entry.Number.TooLarge"])
                .Must(number => decimal.IsInteger(number!.Value)).WithMessage(_ => text["Entry.Number.Whole"]))
            .Otherwise(() => RuleFor(input => input.Amount).NotNull().WithMessage(_ => text["Entry.Amount.Required"])
                .Must(amount => amount >= 0).WithMessage(_ => text["Entry.Amount.Negative"])
                .Must(amount => amount < RevenueEntry.AmountLimit).WithMessage(_ => text["Entry.Amount.TooLarge"])
                .Must(amount => RevenueEntry.IsAmount(amount!.Value)).WithMessage(_ => text["Entry.Amount.Decimals"]));
            RuleFor(input => input.Currency)
                .MustAsync(choices.IsCurrencyOfAsync).WithMessage(_ => text["Entry.Currency.Unknown"]);
            RuleFor(input => input.Customer).Line(RevenueEntry.CustomerLength, text);
            RuleFor(input => input.Customer).NotEmpty().WithMessage(_ => text["Entry.Customer.Required"]).WhenAsync(choices.CountsCustomersAsync);
            RuleFor(input => input.Product).Line(BoundedText.KeyLength, text)
                .MustAsync(choices.IsProductAsync).WithMessage(_ => text["Entry.Product.Unknown"]);
            RuleFor(input => input.Association).Line(BoundedText.KeyLength, text)
                .MustAsync(choices.IsAssociationAsync).WithMessage(_ => text["Entry.Association.Unknown"]);
            RuleFor(input => input.Reference).Line(RevenueEntry.ReferenceLength, text);
        }
    }
}
