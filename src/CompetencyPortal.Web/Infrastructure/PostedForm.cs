using CompetencyPortal.Web.Security;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>A form as it was posted, to be posted again with a fresh token. Neither files nor passwords are kept.</summary>
/// <param name="Encoding">As in the form's <c>enctype</c>.</param>
/// <param name="Passwords">The names of the fields that are asked for again.</param>
/// <param name="HadFile">A file came with it, which has to be chosen again.</param>
internal sealed record PostedForm(
    string Address, string? Encoding, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Passwords, bool HadFile)
{
    public static PostedForm Of(HttpRequest request, IFormCollection form, string tokenField)
    {
        var names = form.Keys.Where(name => name != tokenField && name != FormOwner.Field).ToLookup(IsPassword);
        var fields = from name in names[false]
                     from value in form[name]
                     select KeyValuePair.Create(name, value);

        return new PostedForm(
            $"{request.PathBase}{request.Path}{request.QueryString}",
            request.ContentType?.Split(';')[0],
            [.. fields],
            [.. names[true]],
            form.Files.Any(file => file.Length > 0));
    }

    private static bool IsPassword(string name) => name.Contains("Password", StringComparison.OrdinalIgnoreCase);
}
