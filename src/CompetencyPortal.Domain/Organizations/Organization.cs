namespace CompetencyPortal.Domain.Organizations;

/// <summary>A partner company: the owner of its facts.</summary>
public sealed class Organization : IFact, IVersioned
{
    public const int NameLength = 200;

    private Organization()
    {
        Name = NormalizedName = DefaultCurrency = string.Empty;
    }

    /// <exception cref="ArgumentException">The name or the currency is blank or too long.</exception>
    public Organization(Guid id, string name, string defaultCurrency, DateTime createdAt)
    {
        Id = id;
        Name = NormalizedName = string.Empty;
        Rename(name);
        DefaultCurrency = BoundedText.Required(defaultCurrency, BoundedText.CurrencyLength, nameof(defaultCurrency));
        CreatedAt = FactsChangedAt = createdAt;
    }

    public Guid Id { get; private set; }

    Guid IOwned.OrganizationId => Id;

    public string Name { get; private set; }

    /// <summary>For search and order.</summary>
    public string NormalizedName { get; private set; }

    /// <summary>Offered first where an amount is entered; changes no amount that is there.</summary>
    public string DefaultCurrency { get; private set; }

    /// <summary>Whether the account manager sees the names of people.</summary>
    public bool ShowsNames { get; private set; }

    /// <summary>Raised in the database with every change of a fact of this organization, before the change is made.</summary>
    public long FactsVersion { get; private set; }

    /// <summary>When <see cref="FactsVersion"/> was raised last.</summary>
    public DateTime FactsChangedAt { get; private set; }

    /// <summary>The highest <see cref="Employee.Number"/> ever given.</summary>
    public int LastEmployeeNumber { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public long Version { get; private set; }

    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public void Rename(string name)
    {
        Name = BoundedText.Required(name, NameLength, nameof(name));
        NormalizedName = BoundedText.Normalize(Name);
    }

    /// <exception cref="ArgumentException">The currency is blank or too long.</exception>
    public void UseCurrency(string currency)
    {
        DefaultCurrency = BoundedText.Required(currency, BoundedText.CurrencyLength, nameof(currency));
    }

    public void ShowNames(bool shows)
    {
        ShowsNames = shows;
    }

    /// <summary>A number that no employee of this organization has or had.</summary>
    internal int TakeEmployeeNumber()
    {
        return ++LastEmployeeNumber;
    }
}
