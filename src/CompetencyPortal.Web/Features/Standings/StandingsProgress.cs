using System.Globalization;
using CompetencyPortal.Data.Standings;
using CompetencyPortal.Web.Background;

namespace CompetencyPortal.Web.Features.Standings;

/// <summary>How far the standings are that a change of rates or of the catalog made due.</summary>
internal sealed class StandingsProgress(CurrentStandings standings, DueStandingsSignal signal)
{
    /// <summary>Has the worker start at once.</summary>
    /// <returns>How many organizations are to be worked on.</returns>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        var due = await standings.CountDueAsync(cancellationToken);
        signal.Raise();

        return due;
    }

    /// <param name="total">As <see cref="StartAsync"/> said; less is taken for what is left.</param>
    public async Task<ProgressView> ReadAsync(int total, CancellationToken cancellationToken)
    {
        var due = await standings.CountDueAsync(cancellationToken);

        return new ProgressView(Math.Max(total, due), due, IsWatched: total > 0);
    }
}

/// <param name="Total">Organizations that fell due.</param>
/// <param name="Left">Organizations that are still to be worked on.</param>
/// <param name="IsWatched">Whoever changed something looks on; who just came is not disturbed.</param>
internal sealed record ProgressView(int Total, int Left, bool IsWatched)
{
    private static readonly TimeSpan UntilNextLook = TimeSpan.FromSeconds(3);

    public int Done => Total - Left;

    public bool IsUnderWay => Left > 0;

    /// <summary>Has the browser look again while there is more to do, without scripts.</summary>
    public void RefreshIn(HttpResponse response)
    {
        if (IsUnderWay && IsWatched)
        {
            response.Headers.Append("Refresh", UntilNextLook.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
    }
}
