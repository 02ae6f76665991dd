namespace CompetencyPortal.Domain.Organizations;

public enum RevenueKind
{
    NewBusiness,
    Renewal,
    Credit,
}

/// <summary>What a partner types for one entry.</summary>
/// <param name="Measure">The measure's key in the catalog.</param>
/// <param name="Amount">Never negative: a credit is typed as a positive amount.</param>
/// <param name="Currency">ISO 4217; null for counts.</param>
public sealed record RevenueDetails(
    string Measure,
    DateOnly On,
    decimal Amount,
    string? Currency,
    RevenueKind Kind = RevenueKind.NewBusiness,
    string? Customer = null,
    string? Product = null,
    string? Association = null,
    string? Reference = null);

/// <summary>A figure that a partner reports for a day, under one measure.</summary>
public sealed class RevenueEntry : IFact, IVersioned
{
    /// <summary>The tag that the evaluator sees on a renewal.</summary>
    public const string RenewalTag = "renewal";

    public const int CustomerLength = 200;
    public const int ReferenceLength = 100;

    /// <summary>Amounts stay below this.</summary>
    public const decimal AmountLimit = 100_000_000_000_000m;

    /// <summary>Amounts have at most so many decimals.</summary>
    public const int AmountDecimals = 4;

    private RevenueEntry()
    {
        Measure = string.Empty;
    }

    /// <exception cref="ArgumentException">A text does not fit, the day is impossible, or the amount is none.</exception>
    public RevenueEntry(Guid id, Guid organizationId, RevenueDetails details)
    {
        Id = id;
        OrganizationId = organizationId;
        Measure = string.Empty;
        Correct(details);
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    public string Measure { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>As typed: not negative, below <see cref="AmountLimit"/>, in <see cref="Currency"/> or in the measure's unit.</summary>
    public decimal Amount { get; private set; }

    /// <summary>What the evaluator gets: a credit is negative.</summary>
    public decimal SignedAmount => Kind == RevenueKind.Credit ? -Amount : Amount;

    public string? Currency { get; private set; }

    public RevenueKind Kind { get; private set; }

    public string? Customer { get; private set; }

    public string? Product { get; private set; }

    public string? Association { get; private set; }

    /// <summary>The partner's own number of the invoice.</summary>
    public string? Reference { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Whether the amount can be stored: 0 or more, below <see cref="AmountLimit"/>, at most <see cref="AmountDecimals"/> decimals.</summary>
    public static bool IsAmount(decimal amount)
    {
        return amount is >= 0 and < AmountLimit && decimal.Round(amount, AmountDecimals) == amount;
    }

    /// <summary>Takes an earlier verification away: it was given for something else.</summary>
    /// <exception cref="ArgumentException">A text does not fit, the day is impossible, or the amount is none.</exception>
    public void Correct(RevenueDetails details)
    {
        Measure = BoundedText.Required(details.Measure, BoundedText.KeyLength, nameof(details));
        On = FactDays.Checked(details.On, nameof(details));
        Amount = IsAmount(details.Amount) ? details.Amount : throw new ArgumentOutOfRangeException(nameof(details), details.Amount, "No such amount.");
        Currency = BoundedText.Optional(details.Currency, BoundedText.CurrencyLength, nameof(details));
        Kind = details.Kind;
        Customer = BoundedText.Optional(details.Customer, CustomerLength, nameof(details));
        Product = BoundedText.Optional(details.Product, BoundedText.KeyLength, nameof(details));
        Association = BoundedText.Optional(details.Association, BoundedText.KeyLength, nameof(details));
        Reference = BoundedText.Optional(details.Reference, ReferenceLength, nameof(details));
        VerifiedBy = null;
        VerifiedAt = null;
    }

    public void Verify(Guid userId, DateTime at)
    {
        VerifiedBy = userId;
        VerifiedAt = at;
    }
}
