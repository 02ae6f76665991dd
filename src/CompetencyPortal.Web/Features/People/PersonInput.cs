using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.People;

/// <summary>What names a person, as typed.</summary>
internal record PersonInput
{
    public string? Name { get; init; }

    public string? Reading { get; init; }

    public string? LatinName { get; init; }

    public string? Email { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? CertificationId { get; init; }

    public PersonDetails ToDetails() => new(Name ?? string.Empty, Reading, LatinName, Email, EmployeeNumber, CertificationId);
}

internal sealed class PersonInputValidator : AbstractValidator<PersonInput>
{
    public PersonInputValidator(IStringLocalizer<PortalText> text)
    {
        RuleFor(input => input.Name).NotEmpty().WithMessage(_ => text["Person.Name.Required"]).Line(Employee.NameLength, text);
        RuleFor(input => input.Reading).Line(Employee.NameLength, text);
        RuleFor(input => input.LatinName).Line(Employee.NameLength, text);
        RuleFor(input => input.Email).Line(Employee.EmailLength, text);
        RuleFor(input => input.Email).EmailAddress().When(input => !string.IsNullOrWhiteSpace(input.Email));
        RuleFor(input => input.EmployeeNumber).Line(Employee.EmployeeNumberLength, text);
        RuleFor(input => input.CertificationId).Line(Employee.CertificationIdLength, text);
    }
}
