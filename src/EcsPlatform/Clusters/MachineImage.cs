using System.Text.RegularExpressions;

namespace EcsPlatform.Clusters;

/// <summary>
/// An ECS-optimised machine image, pinned: the id decides, the name says where the id came from. A newer image is a change of
/// the pin, never something that an unrelated update picks up.
/// </summary>
/// <param name="Id">For example <c>ami-0a1b2c3d4e5f67890</c>.</param>
/// <param name="Name">For example <c>al2023-ami-ecs-hvm-2023.0.20261105-kernel-6.1-x86_64</c>.</param>
public sealed partial record MachineImage(string Id, string Name)
{
    /// <summary>Finds what is wrong with this image.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when the image is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (!IdPattern().IsMatch(Id))
        {
            yield return new Problem($"{where}.id", $"'{Id}'", "ami- and 8 or 17 hexadecimal digits", "Give the id of an ECS-optimised AMI of the region");
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new Problem($"{where}.name", "nothing", "the AMI's name", "Give the name that belongs to the id, so that people can tell its age");
        }
    }

    [GeneratedRegex(@"\Aami-(?:[0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex IdPattern();
}
