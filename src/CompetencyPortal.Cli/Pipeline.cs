using System.Threading.Channels;

namespace CompetencyPortal.Cli;

/// <summary>
/// Lines in, answers out, in the order of the lines: one task reads, as many as there are processors answer, one writes.
/// There is a fixed number of blocks, so memory does not grow with the input, and whoever is ahead waits.
/// </summary>
internal sealed class Pipeline(Stream input, Stream output, int longestLine = Pipeline.LongestLine)
{
    private const int LongestLine = 1 << 30;

    private readonly Channel<Block> _free = Channel.CreateUnbounded<Block>();
    private readonly Channel<Task<Block>> _answered = Channel.CreateUnbounded<Task<Block>>();

    /// <summary>Runs until the input ends or nobody reads the output.</summary>
    /// <returns>False when an answer tells of a fault.</returns>
    /// <exception cref="IOException">The input cannot be read; what came before is answered.</exception>
    public async Task<bool> RunAsync(Action<Block> answer, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 2 * (Environment.ProcessorCount + 1); i++)
        {
            _free.Writer.TryWrite(new Block(longestLine));
        }

        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(answer, stopped.Token), stopped.Token);
        var (isRight, isHeard) = await WriteAsync(cancellationToken);

        if (isHeard)
        {
            await reading;
        }
        else
        {
            // The reader may be waiting for input that never comes.
            await stopped.CancelAsync();
        }

        return isRight;
    }

    private async Task ReadAsync(Action<Block> answer, CancellationToken cancellationToken)
    {
        try
        {
            for (var block = await _free.Reader.ReadAsync(cancellationToken); block is not null;)
            {
                await block.FillAsync(input, cancellationToken);
                var next = block.IsLast ? null : await _free.Reader.ReadAsync(cancellationToken);
                next?.Continue(block);
                await _answered.Writer.WriteAsync(AnswerAsync(block, answer), cancellationToken);
                block = next;
            }
        }
        finally
        {
            _answered.Writer.Complete();
        }
    }

    private static Task<Block> AnswerAsync(Block block, Action<Block> answer) => Task.Run(() =>
    {
        answer(block);

        return block;
    });

    private async Task<(bool IsRight, bool IsHeard)> WriteAsync(CancellationToken cancellationToken)
    {
        var isRight = true;

        await foreach (var answered in _answered.Reader.ReadAllAsync(cancellationToken))
        {
            var block = await answered;
            isRight &= !block.HasFaults;

            if (!await Output.TryWriteAsync(output, block.Answers.WrittenMemory))
            {
                return (isRight, false);
            }

            block.Clear();
            _free.Writer.TryWrite(block);
        }

        return (isRight, true);
    }
}
