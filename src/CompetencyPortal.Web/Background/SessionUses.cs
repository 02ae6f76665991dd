using System.Threading.Channels;

namespace CompetencyPortal.Web.Background;

/// <summary>The sessions whose use is to be written down, so that no request waits for that. What does not fit is noted with its next use.</summary>
internal sealed class SessionUses
{
    private const int MostWaiting = 10_000;

    private readonly Channel<Guid> _noted = Channel.CreateBounded<Guid>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(Guid session) => _noted.Writer.TryWrite(session);

    /// <summary>Waits for a use, and takes all that are there by then.</summary>
    public async Task<IReadOnlyCollection<Guid>> TakeAsync(CancellationToken cancellationToken)
    {
        var taken = new HashSet<Guid> { await _noted.Reader.ReadAsync(cancellationToken) };

        while (_noted.Reader.TryRead(out var next))
        {
            taken.Add(next);
        }

        return taken;
    }
}
