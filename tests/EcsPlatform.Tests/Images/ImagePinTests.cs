using EcsPlatform.Foundations;
using EcsPlatform.Images;

namespace EcsPlatform.Tests.Images;

public class ImagePinTests
{
    private static readonly ImageReference Image = ImageReference.Parse($"library/viewer@{Valid.Digest}");

    [Fact]
    public void A_pinned_image_is_its_reference() => new ImagePin.Pinned(Image).Reference.ShouldBe(Image);

    [Fact]
    public void An_image_without_a_pin_has_a_reference_that_nobody_can_serve() => new ImagePin.Unpinned("viewer").Reference.ToString()
        .ShouldBe("unpinned/viewer@sha256:0000000000000000000000000000000000000000000000000000000000000000");

    [Fact]
    public void A_name_that_no_repository_could_have_is_refused() =>
        Should.Throw<FormatException>(() => new ImagePin.Unpinned("Viewer 1").Reference).Message.ShouldStartWith("'unpinned/Viewer 1@sha256:0000");

    [Fact]
    public void A_reference_knows_whether_it_is_a_pin()
    {
        ImagePin pin = Image;
        pin.ShouldBe(new ImagePin.Pinned(Image));
        ImagePin none = new ImagePin.Unpinned("viewer").Reference;
        none.ShouldBe(new ImagePin.Unpinned("viewer"));
        ImagePin.FromImageReference(ImageReference.Parse($"library/viewer@sha256:{new string('0', 64)}")).ShouldBe(new ImagePin.Unpinned("library/viewer"));
    }

    [Theory]
    [InlineData(3, 3, false, false)]
    [InlineData(3, 0, true, false)]
    [InlineData(3, 0, false, true)]
    [InlineData(0, 0, false, false)]
    public void A_workload_runs_no_tasks_until_all_its_images_are_pinned(int desired, int tasks, bool firstMissing, bool secondMissing) =>
        ImagePin.TaskCount(desired, Pin(firstMissing), Pin(secondMissing)).ShouldBe(tasks);

    private static ImagePin Pin(bool missing) => missing ? new ImagePin.Unpinned("viewer") : Image;
}
