using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>Plants an address at which the portal fails, to see what it says then.</summary>
internal sealed class BrokenPage : IStartupFilter
{
    public const string Address = "/broken";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Map(Address, broken => broken.Run(_ => throw new InvalidOperationException("Broken on purpose.")));
    };
}
