namespace SocialOps.Content;

/// <summary>A file as it is shown in a post.</summary>
public sealed record MediaItem
{
    /// <summary>The file.</summary>
    public required FileHash File { get; init; }

    /// <summary>What somebody who cannot see it is told; <see langword="null"/> for none.</summary>
    public string? AltText { get; init; }

    /// <summary>The part that is shown; <see langword="null"/> for all of it.</summary>
    public MediaCrop? Crop { get; init; }

    /// <summary>The still picture of a video; <see langword="null"/> for the network's choice.</summary>
    public FileHash? Thumbnail { get; init; }
}

/// <summary>The part of a picture that is shown, in pixels of the file: [Left, Left + Width) by [Top, Top + Height).</summary>
/// <param name="Left">The first column, from 0.</param>
/// <param name="Top">The first row, from 0.</param>
/// <param name="Width">How many columns.</param>
/// <param name="Height">How many rows.</param>
public sealed record MediaCrop(int Left, int Top, int Width, int Height);
