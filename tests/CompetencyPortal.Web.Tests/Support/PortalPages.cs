using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>A page that the running portal answers.</summary>
/// <param name="Name">As in <c>/People/Index</c>.</param>
/// <param name="Template">Its route, as in <c>people/{number:int}</c>.</param>
/// <param name="Posts">The names of its handlers for POST; null for the one without a name.</param>
internal sealed record PortalPage(string Name, string Template, IReadOnlyList<string?> Posts)
{
    /// <summary>The page's address, the holes of the route filled; an optional part without a value is left out.</summary>
    public string Address(IReadOnlyDictionary<string, string> values) => "/" + string.Join('/', Template.Split('/').Select(part => Filled(part, values)).OfType<string>());

    /// <summary>Where a form of the page posts to.</summary>
    public static string PostAddress(string address, string? handler) => handler is null ? address : $"{address}?handler={handler}";

    private static string? Filled(string part, IReadOnlyDictionary<string, string> values)
    {
        if (!part.StartsWith('{'))
        {
            return part;
        }

        var name = part.Trim('{', '}').Split(':')[0].TrimEnd('?');

        if (values.TryGetValue(name, out var value))
        {
            return value;
        }

        return part.Contains('?', StringComparison.Ordinal) ? null : throw new InvalidOperationException($"No value for {part}.");
    }
}

/// <summary>What the portal answers, asked of the portal itself, so that no page is forgotten.</summary>
internal static class PortalPages
{
    public static async Task<IReadOnlyList<PortalPage>> OfAsync(PortalFactory portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var pages = new List<PortalPage>();

        foreach (var endpoint in Routes(portal))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                pages.Add(new PortalPage(page.ViewEnginePath, endpoint.RoutePattern.RawText ?? string.Empty, PostsOf(compiled)));
            }
        }

        return pages;
    }

    public static IEnumerable<RouteEndpoint> Routes(PortalFactory portal) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static List<string?> PostsOf(CompiledPageActionDescriptor page) =>
        [.. page.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name)];
}
