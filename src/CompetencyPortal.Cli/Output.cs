namespace CompetencyPortal.Cli;

internal static class Output
{
    /// <summary>Writes at once; false when nobody reads any more.</summary>
    public static async Task<bool> TryWriteAsync(Stream output, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await output.WriteAsync(bytes);
            await output.FlushAsync();

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
