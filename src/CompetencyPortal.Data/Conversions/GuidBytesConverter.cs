using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Conversions;

/// <summary>Ids as 16 bytes, half the space of text; big-endian, so that ids made one after another lie together.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => FromBytes(bytes))
{
    private static Guid FromBytes(byte[] bytes)
    {
        return new Guid(bytes, bigEndian: true);
    }
}
