using CompetencyPortal.Web.Localization;
using FluentValidation;
using FluentValidation.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>FluentValidation called in the handler: its errors go to the model state under the bound property's prefix, beside those of model binding.</summary>
internal static class Validation
{
    /// <summary>Registers every validator of the portal, and its messages from our own resources.</summary>
    public static IServiceCollection AddPortalValidators(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Validation).Assembly, includeInternalTypes: true))
        {
            services.AddTransient(found.InterfaceType, found.ValidatorType);
        }

        return services;
    }

    /// <summary>Makes FluentValidation speak through the portal's resources (<c>Validation.NotEmptyValidator</c> …).</summary>
    public static void UsePortalValidationMessages(this IServiceProvider services)
    {
        ValidatorOptions.Global.LanguageManager = new PortalLanguageManager(services.GetRequiredService<IStringLocalizer<PortalText>>());
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
    }

    /// <summary>True when neither model binding nor the validator objects.</summary>
    public static async Task<bool> CheckAsync<T>(
        this IValidator<T> validator, T input, ModelStateDictionary modelState, string prefix, CancellationToken cancellationToken)
    {
        var result = await validator.ValidateAsync(input, cancellationToken);

        foreach (var error in result.Errors)
        {
            modelState.AddErrorOnce($"{prefix}.{error.PropertyName}", error.ErrorMessage);
        }

        return modelState.IsValid;
    }

    /// <summary>One message a field: what could not be read needs no second complaint that it is missing.</summary>
    public static void AddErrorOnce(this ModelStateDictionary modelState, string key, string message)
    {
        if (modelState.GetFieldValidationState(key) != ModelValidationState.Invalid)
        {
            modelState.AddModelError(key, message);
        }
    }

    private sealed class PortalLanguageManager(IStringLocalizer<PortalText> text) : LanguageManager
    {
        public override string GetString(string key, System.Globalization.CultureInfo? culture = null)
        {
            var message = text[$"Validation.{key}"];

            return message.ResourceNotFound ? throw new InvalidOperationException($"The resources lack Validation.{key}.") : message;
        }
    }
}
