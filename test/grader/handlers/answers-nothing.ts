export default function answer() {}
