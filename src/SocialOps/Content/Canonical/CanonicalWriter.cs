using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SocialOps.Content.Canonical;

/// <summary>
/// Writes RFC 8785 JSON (JCS): UTF-8 without white space, of escapes only those that JSON needs. The caller writes members in ordinal order. Not System.Text.Json's writer: which characters
/// that one escapes is its own affair from release to release, and a hash must outlive releases. Not thread-safe; dispose it to give the buffer back.
/// </summary>
internal sealed class CanonicalWriter : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;
    private bool _needsComma;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public CanonicalWriter Begin(char bracket)
    {
        Separate();
        Append((byte)bracket);
        _needsComma = false;
        return this;
    }

    public CanonicalWriter End(char bracket)
    {
        Append((byte)bracket);
        _needsComma = true;
        return this;
    }

    /// <param name="name">ASCII that needs no escape.</param>
    public CanonicalWriter Member(string name)
    {
        Text(name);
        Append((byte)':');
        _needsComma = false;
        return this;
    }

    public CanonicalWriter Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, Free(20), out var written);
        _length += written;
        return this;
    }

    public CanonicalWriter True()
    {
        Separate();
        AppendAll("true"u8);
        return this;
    }

    public CanonicalWriter Text(string value)
    {
        Separate();
        Append((byte)'"');
        var rest = value.AsSpan();
        while (rest.IndexOfAny(Escaped) is var next and >= 0)
        {
            AppendUtf8(rest[..next]);
            Escape(rest[next]);
            rest = rest[(next + 1)..];
        }

        AppendUtf8(rest);
        Append((byte)'"');
        return this;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Append((byte)',');
        }

        _needsComma = true;
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '"': AppendAll("\\\""u8); break;
            case '\\': AppendAll("\\\\"u8); break;
            case '\b': AppendAll("\\b"u8); break;
            case '\t': AppendAll("\\t"u8); break;
            case '\n': AppendAll("\\n"u8); break;
            case '\f': AppendAll("\\f"u8); break;
            case '\r': AppendAll("\\r"u8); break;
            default:
                AppendAll("\\u00"u8);
                Append((byte)(c < 0x10 ? '0' : '1'));
                Append((byte)"0123456789abcdef"[c & 0xF]);
                break;
        }
    }

    private void AppendUtf8(ReadOnlySpan<char> text)
        => _length += Encoding.UTF8.GetBytes(text, Free(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private void AppendAll(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free(bytes.Length));
        _length += bytes.Length;
    }

    private void Append(byte value)
    {
        Free(1)[0] = value;
        _length++;
    }

    private Span<byte> Free(int length)
    {
        if (_buffer.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + length));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
