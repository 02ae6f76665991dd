using CompetencyPortal.Data;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Web.Demo;
using CompetencyPortal.Web.Features.Accounts;
using CompetencyPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web;

/// <summary>What happens between start and the first request: database, catalog, roles, demo or setup token.</summary>
internal static class PortalStart
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<PortalSession>().Enter(userId: null, OrganizationScope.Everything);

        await services.GetRequiredService<PortalDatabase>().PrepareAsync(stopping);
        await ImportCatalogsAsync(services, stopping);
        await AddRolesAsync(services);

        if (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            await services.GetRequiredService<DemoSeed>().SeedAsync(stopping);
            DemoBanner.PrintWhenStarted(app);
        }
        else if (!await services.GetRequiredService<UserManager<User>>().Users.AnyAsync(stopping))
        {
            services.GetRequiredService<SetupToken>().Open();
        }
    }

    private static async Task ImportCatalogsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "catalogs");
        var outcomes = await services.GetRequiredService<CatalogImport>().ImportShippedAsync(folder, cancellationToken);
        var errors = from outcome in outcomes
                     from error in outcome.Value.Errors
                     select $"{outcome.Key}{error.Pointer}: {error.Message}";

        if (errors.ToList() is { Count: > 0 } found)
        {
            throw new InvalidOperationException("A shipped catalog cannot be imported. " + string.Join(' ', found));
        }
    }

    private static async Task AddRolesAsync(IServiceProvider services)
    {
        var roles = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();

        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                (await roles.CreateAsync(new IdentityRole<Guid>(role))).OrThrow();
            }
        }
    }
}
