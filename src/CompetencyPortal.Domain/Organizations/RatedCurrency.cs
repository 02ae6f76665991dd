namespace CompetencyPortal.Domain.Organizations;

/// <summary>A currency that has or had exchange rates, and when these changed last.</summary>
public sealed class RatedCurrency
{
    private RatedCurrency()
    {
        Currency = string.Empty;
    }

    /// <exception cref="ArgumentException">The currency is blank or too long.</exception>
    public RatedCurrency(string currency)
    {
        Currency = BoundedText.Required(currency, BoundedText.CurrencyLength, nameof(currency));
    }

    public string Currency { get; private set; }

    /// <summary>The <see cref="ProgramState.RatesVersion"/> in which a rate from the currency was added, changed or removed last.</summary>
    public long ChangedIn { get; private set; }

    public void ChangeIn(long ratesVersion)
    {
        ChangedIn = ratesVersion;
    }
}
