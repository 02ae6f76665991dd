using CompetencyPortal.Domain.Organizations;

namespace CompetencyPortal.Domain.Tests.Organizations;

public class EmployeeTests
{
    private static readonly Organization Contoso = new(Guid.CreateVersion7(), "Contoso", "USD", DateTime.UnixEpoch);

    [Fact]
    public void Numbers_go_up_and_are_never_given_twice()
    {
        var organization = new Organization(Guid.CreateVersion7(), "Contoso", "USD", DateTime.UnixEpoch);

        Hire(organization).Number.ShouldBe(1);
        Hire(organization).Number.ShouldBe(2);
        Hire(organization).FactsId.ShouldBe("3");
    }

    [Fact]
    public void A_refused_person_takes_no_number()
    {
        var organization = new Organization(Guid.CreateVersion7(), "Contoso", "USD", DateTime.UnixEpoch);

        Should.Throw<ArgumentException>(() => new Employee(Guid.CreateVersion7(), organization, new PersonDetails(" "), default(EmploymentSpan)));

        organization.LastEmployeeNumber.ShouldBe(0);
    }

    [Fact]
    public void Blank_text_is_no_text()
    {
        var employee = Hire(Contoso, new PersonDetails(" 佐藤 花子 ", Reading: " ", Email: ""));

        (employee.Name, employee.Reading, employee.Email, employee.NormalizedEmail).ShouldBe(("佐藤 花子", null, null, null));
    }

    [Fact]
    public void Unique_text_compares_without_width_and_case()
    {
        var employee = Hire(Contoso, new PersonDetails("Sato", Email: "Hanako@Contoso.example", EmployeeNumber: "Ｅ－１７", CertificationId: "mc4711"));

        (employee.NormalizedName, employee.NormalizedEmail, employee.NormalizedEmployeeNumber, employee.NormalizedCertificationId)
            .ShouldBe(("SATO", "HANAKO@CONTOSO.EXAMPLE", "E-17", "MC4711"));
    }

    [Fact]
    public void There_is_always_a_period_and_none_overlaps()
    {
        var employee = Hire(Contoso);

        Should.Throw<ArgumentException>(() => employee.Employ());
        Should.Throw<ArgumentException>(() => employee.Employ(default, default));
        Should.Throw<ArgumentException>(() => employee.Employ(new EmploymentSpan(new DateOnly(2017, 2, 1), new DateOnly(2017, 1, 31))));
    }

    [Fact]
    public void A_period_keeps_its_identity_by_its_place_in_time()
    {
        var employee = Hire(Contoso);
        var first = employee.Periods[0].Id;
        var back = new EmploymentSpan(new DateOnly(2017, 1, 1), null);
        var before = new EmploymentSpan(null, new DateOnly(2015, 12, 31));

        employee.Employ(back, before);
        employee.Periods.Select(period => period.Span).ShouldBe([before, back]);
        employee.Periods[0].Id.ShouldBe(first);

        employee.Employ(back);
        employee.Periods.ShouldHaveSingleItem().Id.ShouldBe(first);
    }

    private static Employee Hire(Organization organization, PersonDetails? details = null)
    {
        return new Employee(Guid.CreateVersion7(), organization, details ?? new PersonDetails("佐藤 花子"), default(EmploymentSpan));
    }
}
