using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Model binding that is lenient to people and speaks their language.</summary>
internal sealed class LocalizedModelBinding(IStringLocalizer<PortalText> text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new LenientModelBinderProvider());
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => text["Binding.Invalid"]);
        messages.SetMissingBindRequiredValueAccessor(_ => text["Binding.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => text["Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Binding.Missing"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["Binding.Invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Binding.Invalid"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Validation.Number"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["Binding.Invalid"]);
        messages.SetValueIsInvalidAccessor(_ => text["Binding.Invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => text["Validation.Number"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Binding.Missing"]);
    }
}
