using System.Globalization;

namespace CompetencyPortal.Domain.Organizations;

/// <summary>A person of an organization.</summary>
public sealed class Employee : IFact, IVersioned
{
    public const int NameLength = 200;
    public const int EmailLength = BoundedText.EmailLength;
    public const int EmployeeNumberLength = 50;
    public const int CertificationIdLength = 50;

    private readonly List<EmploymentPeriod> _periods = [];

    private Employee()
    {
        Name = NormalizedName = string.Empty;
    }

    /// <summary>Takes the organization's next number.</summary>
    /// <exception cref="ArgumentException">A text does not fit, or the spans are none, overlap or end before they begin.</exception>
    public Employee(Guid id, Organization organization, PersonDetails details, params IReadOnlyList<EmploymentSpan> spans)
    {
        Id = id;
        OrganizationId = organization.Id;
        Name = NormalizedName = string.Empty;
        Describe(details);
        Employ(spans);
        Number = organization.TakeEmployeeNumber();
    }

    public Guid Id { get; private set; }

    public Guid OrganizationId { get; private set; }

    /// <summary>1, 2, … per organization, never reused: the pseudonym.</summary>
    public int Number { get; private set; }

    /// <summary>The person's id in the facts and results of the evaluator.</summary>
    public string FactsId => Number.ToString(CultureInfo.InvariantCulture);

    public string Name { get; private set; }

    public string NormalizedName { get; private set; }

    public string? Reading { get; private set; }

    public string? LatinName { get; private set; }

    public string? Email { get; private set; }

    public string? NormalizedEmail { get; private set; }

    public string? EmployeeNumber { get; private set; }

    public string? NormalizedEmployeeNumber { get; private set; }

    public string? CertificationId { get; private set; }

    public string? NormalizedCertificationId { get; private set; }

    /// <summary>At least one, never overlapping.</summary>
    public IReadOnlyList<EmploymentPeriod> Periods => _periods;

    public long Version { get; private set; }

    /// <exception cref="ArgumentException">A text does not fit, or the name is blank.</exception>
    public void Describe(PersonDetails details)
    {
        Name = BoundedText.Required(details.Name, NameLength, nameof(details));
        Reading = BoundedText.Optional(details.Reading, NameLength, nameof(details));
        LatinName = BoundedText.Optional(details.LatinName, NameLength, nameof(details));
        Email = BoundedText.Optional(details.Email, EmailLength, nameof(details));
        EmployeeNumber = BoundedText.Optional(details.EmployeeNumber, EmployeeNumberLength, nameof(details));
        CertificationId = BoundedText.Optional(details.CertificationId, CertificationIdLength, nameof(details));
        NormalizedName = BoundedText.Normalize(Name);
        NormalizedEmail = Normalized(Email);
        NormalizedEmployeeNumber = Normalized(EmployeeNumber);
        NormalizedCertificationId = Normalized(CertificationId);
    }

    /// <summary>Replaces all periods; a period keeps its identity by its place in time. <see cref="Periods"/> must be loaded.</summary>
    /// <exception cref="ArgumentException">The spans are none, overlap or end before they begin.</exception>
    public void Employ(params IReadOnlyList<EmploymentSpan> spans)
    {
        if (spans.Count == 0 || EmploymentSpan.Overlap(spans))
        {
            throw new ArgumentException("An employee has at least one period, and none overlaps another.", nameof(spans));
        }

        _periods.Sort((left, right) => Nullable.Compare(left.Joined, right.Joined));
        _periods.RemoveRange(Math.Min(spans.Count, _periods.Count), Math.Max(_periods.Count - spans.Count, 0));
        foreach (var (place, span) in EmploymentSpan.InOrder(spans).Index())
        {
            Place(place, span);
        }
    }

    private static string? Normalized(string? text)
    {
        return text is null ? null : BoundedText.Normalize(text);
    }

    private void Place(int place, EmploymentSpan span)
    {
        if (place < _periods.Count)
        {
            _periods[place].Become(span);
        }
        else
        {
            _periods.Add(new EmploymentPeriod(Guid.CreateVersion7(), this, span));
        }
    }
}
