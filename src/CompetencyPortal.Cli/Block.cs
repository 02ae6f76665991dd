using System.Buffers;

namespace CompetencyPortal.Cli;

/// <summary>Some whole lines of the input, and their answers. Used again and again.</summary>
/// <param name="longestLine">In bytes, with its line feed; a longer line is read over.</param>
internal sealed class Block(int longestLine)
{
    // What one read brings, and what a block keeps of the room that long lines needed.
    private const int FirstCapacity = 1 << 18;
    private const int LargestKept = 1 << 22;

    private byte[] _bytes = new byte[Math.Min(FirstCapacity, longestLine)];
    private int _read;
    private int _whole;

    /// <summary>Counts from 1.</summary>
    public long FirstLine { get; private set; } = 1;

    public ReadOnlySpan<byte> Lines => _bytes.AsSpan(0, _whole);

    /// <summary>Whether the first line is the end of one that is too long.</summary>
    public bool IsFirstTooLong { get; private set; }

    /// <summary>Whether the input ends here.</summary>
    public bool IsLast { get; private set; }

    public ArrayBufferWriter<byte> Answers { get; private set; } = new();

    public bool HasFaults { get; set; }

    /// <summary>Reads until there is at least one whole line, or the input ends. Takes what there is, so that no line waits for later ones.</summary>
    public async Task FillAsync(Stream input, CancellationToken cancellationToken)
    {
        while (_whole == 0 && !IsLast)
        {
            MakeRoom();
            var count = await input.ReadAsync(_bytes.AsMemory(_read), cancellationToken);
            var lineFeed = _bytes.AsSpan(_read, count).LastIndexOf((byte)'\n');
            _whole = lineFeed < 0 ? 0 : _read + lineFeed + 1;
            _read += count;
            IsLast = count == 0;
        }

        _whole = IsLast ? _read : _whole;
    }

    /// <summary>Takes over the beginning of a line that stands after the other block's whole ones.</summary>
    public void Continue(Block before)
    {
        var rest = before._bytes.AsSpan(before._whole, before._read - before._whole);
        _bytes = rest.Length < _bytes.Length ? _bytes : new byte[before._bytes.Length];
        rest.CopyTo(_bytes);
        _read = rest.Length;
        FirstLine = before.FirstLine + before.Lines.Count((byte)'\n');
    }

    /// <summary>Makes the block as new.</summary>
    public void Clear()
    {
        _bytes = _bytes.Length > LargestKept ? new byte[FirstCapacity] : _bytes;
        Answers = Answers.Capacity > LargestKept ? new() : Answers;
        Answers.ResetWrittenCount();
        _read = 0;
        _whole = 0;
        IsFirstTooLong = false;
        HasFaults = false;
    }

    private void MakeRoom()
    {
        if (_read < _bytes.Length)
        {
            return;
        }

        if (_bytes.Length < longestLine)
        {
            Array.Resize(ref _bytes, (int)Math.Min(longestLine, _bytes.Length * 2L));
        }
        else
        {
            IsFirstTooLong = true;
            _read = 0;
        }
    }
}
