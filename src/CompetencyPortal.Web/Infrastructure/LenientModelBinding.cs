using CompetencyPortal.Domain;
using CompetencyPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Binds days, amounts, months and check boxes leniently. What cannot be read stays in the model state as it was typed,
/// with a message that says what is expected.
/// </summary>
internal sealed class LenientModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;

        if (type == typeof(DateOnly))
        {
            return new LenientBinder("Validation.Day", typed => LenientText.TryReadDay(typed, out var day) ? day : null);
        }

        if (type == typeof(decimal))
        {
            return new LenientBinder("Validation.Number", typed => LenientText.TryReadNumber(typed, out var number) ? number : null);
        }

        if (type == typeof(Month))
        {
            return new LenientBinder("Validation.Month", typed => Month.TryParse(typed, out var month) ? month : null);
        }

        return type == typeof(bool) ? new CheckBoxBinder() : null;
    }

    private sealed class LenientBinder(string message, Func<string, object?> read) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);

            if (typed == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);

            if (string.IsNullOrWhiteSpace(typed.FirstValue))
            {
                bindingContext.Result = ModelBindingResult.Success(model: null);
            }
            else if (read(typed.FirstValue) is { } value)
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else
            {
                var text = bindingContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<PortalText>>();
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text[message]);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>A check box is ticked by "true" and by nothing else; a made-up value would break the page that shows it again.</summary>
    private sealed class CheckBoxBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            var ticked = string.Equals(typed.FirstValue, "true", StringComparison.OrdinalIgnoreCase);

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, ticked, ticked ? "true" : "false");
            bindingContext.Result = ModelBindingResult.Success(ticked);

            return Task.CompletedTask;
        }
    }
}
