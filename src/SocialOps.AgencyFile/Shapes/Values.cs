using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>What was read for a block's keys.</summary>
internal sealed class Values(Place place)
{
    private readonly Dictionary<Field, (object? Value, Place Place)> _read = [];

    /// <summary>The id under which the block stands.</summary>
    public string Id => place.Id;

    /// <summary>The value of a key, or what holds where it is not written.</summary>
    public T Of<T>(Field<T> field) => _read.TryGetValue(field, out var read) ? (T)read.Value! : field.Otherwise;

    public bool Has(Field field) => _read.ContainsKey(field);

    /// <summary>Reports that a value does not fit its neighbours.</summary>
    public void Error(Field field, string message)
    {
        var at = _read.TryGetValue(field, out var read) ? read.Place : place;
        at.Error(at.At, message);
    }

    /// <summary>Reports that the keys do not fit together.</summary>
    public void Error(string message) => place.Error(place.At, message);

    public void Take(Field field, Node node, Place at) => _read[field] = (field.Read(node, at), at);
}
