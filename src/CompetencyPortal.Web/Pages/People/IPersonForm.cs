using CompetencyPortal.Web.Features.People;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>The two forms that name a person share their fields.</summary>
internal interface IPersonForm
{
    PersonInput Input { get; }
}
